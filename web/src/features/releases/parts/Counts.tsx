import { useTexts } from '../../../lib/i18n/texts';
import { StatusTag } from '../../../ui/StatusTag';
import type { Release } from '../api';
import { texts } from '../texts';

const states = [
  ['failed', 'FAILED'],
  ['waiting', 'WAITING'],
  ['running', 'RUNNING'],
  ['notStarted', 'READY'],
  ['completed', 'COMPLETED'],
] as const;

/** How far the items of a release version are, those in trouble first. */
export function Counts({ counts }: { counts: Release['counts'] }) {
  const t = useTexts(texts);
  return (
    <span className="ty-row">
      {states
        .filter(([name]) => counts[name] > 0)
        .map(([name, state]) => (
          <StatusTag key={name} state={state} text={t(name, { count: counts[name] })} />
        ))}
    </span>
  );
}
