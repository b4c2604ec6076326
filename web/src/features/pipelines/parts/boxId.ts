import type { Path } from '../model/source';

/** Of the element that stands for a part of the pipeline, to give it the focus after a change. */
export function idOf(path: Path): string {
  return `ty-part-${path.join('-')}`;
}
