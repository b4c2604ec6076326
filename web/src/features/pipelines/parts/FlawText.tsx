import type { Flaw } from '../model/source';

/** What is wrong, at the box that it concerns. */
export function FlawText({ flaws }: { flaws: readonly Flaw[] }) {
  return flaws.map((each) => (
    <span key={`${each.path.join('.')} ${each.message}`} className="ty-pipe-flaw">
      {each.message}
    </span>
  ));
}
