import type { GridRow } from './rows';

/** Where the focus is: on a row, or on one of its cells. */
export interface Place {
  key: string;
  cell: number | null;
}

export interface Stroke {
  key: string;
  ctrlKey: boolean;
}

/** What a key does in the grid, as WAI-ARIA's pattern of a tree grid says. */
export type Deed =
  | { to: { index: number; cell: number | null } }
  | { toggle: number }
  | { select: number }
  | { enter: number }
  | { selectAll: true };

interface Grid {
  rows: readonly GridRow[];
  index: number;
  cell: number | null;
  cells: number;
  /** How many rows Page Down goes. */
  page: number;
}

export function deedOf({ key, ctrlKey }: Stroke, grid: Grid): Deed | undefined {
  const { rows, index, cell, cells, page } = grid;
  const last = rows.length - 1;
  const go = (to: number, at = cell): Deed => ({ to: { index: Math.max(0, Math.min(last, to)), cell: at } });
  switch (key) {
    case 'ArrowDown':
      return go(index + 1);
    case 'ArrowUp':
      return go(index - 1);
    case 'PageDown':
      return go(index + page);
    case 'PageUp':
      return go(index - page);
    case 'Home':
      return ctrlKey || cell === null ? go(0) : go(index, 0);
    case 'End':
      return ctrlKey || cell === null ? go(last) : go(index, cells - 1);
    case 'ArrowRight':
      return right(grid, go);
    case 'ArrowLeft':
      return left(grid, go);
    case 'Enter':
      return cell === null ? { toggle: index } : { enter: index };
    case 'F2':
      return cell === null ? undefined : { enter: index };
    case ' ':
      return { select: index };
    case 'a':
      return ctrlKey ? { selectAll: true } : undefined;
    default:
      return undefined;
  }
}

type Go = (to: number, cell?: number | null) => Deed;

function right({ rows, index, cell, cells }: Grid, go: Go): Deed | undefined {
  const row = rows[index];
  if (row?.kind !== 'item') {
    return undefined;
  }
  if (cell === null) {
    return row.isOpen ? go(index, 0) : { toggle: index };
  }
  return cell < cells - 1 ? go(index, cell + 1) : undefined;
}

function left({ rows, index, cell }: Grid, go: Go): Deed | undefined {
  if (cell !== null) {
    return go(index, cell === 0 ? null : cell - 1);
  }
  const row = rows[index];
  if (row?.kind === 'item' && row.isOpen) {
    return { toggle: index };
  }
  const parent = row?.parentKey;
  return parent === undefined ? undefined : go(rows.findIndex((each) => each.key === parent));
}
