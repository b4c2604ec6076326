import type { GridRow } from './rows';

/** Where each row of the grid is. Nearly all are of one height, so nothing is kept for these. */
export interface Layout {
  height: number;
  topOf: (index: number) => number;
  /** The row at a distance from the top; the first or last for one outside. */
  indexAt: (top: number) => number;
}

/**
 * @param usual height of an item's row
 * @param heightOf the height of any other row
 */
export function layoutOf(rows: readonly GridRow[], usual: number, heightOf: (row: GridRow) => number): Layout {
  const places: number[] = [];
  /** How much the rows before and with that place are higher than usual. */
  const extras: number[] = [];
  let sum = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row !== undefined && row.kind !== 'item') {
      sum += heightOf(row) - usual;
      places.push(index);
      extras.push(sum);
    }
  }
  const topOf = (index: number) => {
    const before = countBelow(places.length, (at) => (places[at] ?? 0) < index);
    return index * usual + (before === 0 ? 0 : (extras[before - 1] ?? 0));
  };
  return {
    height: rows.length * usual + sum,
    topOf,
    indexAt: (top) => Math.max(0, countBelow(rows.length, (index) => topOf(index) <= top) - 1),
  };
}

/** How many of the first numbers a condition holds for, that holds for none after it fails. */
function countBelow(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Rows from one to before another. */
export interface Span {
  from: number;
  to: number;
}

/**
 * What is drawn next on the way from what is drawn to what is wanted: a few rows more at a time, so that no
 * step holds the page for long, and nothing that is not wanted.
 */
export function nextSpan(drawn: Span, wanted: Span, seen: Span, most: number): Span {
  const from = Math.max(drawn.from, wanted.from);
  const to = Math.min(drawn.to, wanted.to);
  if (from >= to) {
    return { from: seen.from, to: Math.min(wanted.to, seen.from + most) };
  }
  const below = Math.min(wanted.to, to + most);
  return { from: Math.max(wanted.from, from - (most - (below - to))), to: below };
}
