import type { WorkItem } from '../api';

/** One line of the grid; an open item is followed by its details and, for a feature, by its stories. */
export type GridRow = ItemRow | DetailRow | NoteRow;

export interface ItemRow {
  kind: 'item';
  /** Unique in the grid: a story under two features has two. */
  key: string;
  item: WorkItem;
  level: number;
  isOpen: boolean;
  parentKey: string | undefined;
}

export interface DetailRow {
  kind: 'detail';
  key: string;
  item: WorkItem;
  level: number;
  parentKey: string;
}

/** In place of rows that are being read or could not be read. */
export interface NoteRow {
  kind: 'loading' | 'failed';
  key: string;
  level: number;
  parentKey: string | undefined;
}

export interface Children {
  items: readonly WorkItem[] | undefined;
  problem: unknown;
}

export interface Flat {
  rows: GridRow[];
  /** Index of the first row of each page. */
  starts: number[];
}

const closed = new WeakMap<readonly WorkItem[], ItemRow[]>();

/**
 * The tree as a list of rows. Rows of a page are made once: with 100,000 of them, opening one must not make
 * the others again.
 */
export function flatten(
  pages: readonly (readonly WorkItem[])[],
  open: ReadonlySet<string>,
  childrenOf: (id: string) => Children | undefined,
): Flat {
  const rows: GridRow[] = [];
  const starts: number[] = [];
  for (const page of pages) {
    starts.push(rows.length);
    for (const row of rowsOf(page)) {
      if (open.has(row.key)) {
        pushOpen(rows, row, open, childrenOf);
      } else {
        rows.push(row);
      }
    }
  }
  return { rows, starts };
}

function rowsOf(page: readonly WorkItem[]): ItemRow[] {
  let rows = closed.get(page);
  if (rows === undefined) {
    rows = page.map((item) => itemRow(item, 1, undefined));
    closed.set(page, rows);
  }
  return rows;
}

function itemRow(item: WorkItem, level: number, parentKey: string | undefined): ItemRow {
  const key = parentKey === undefined ? item.id : `${parentKey}/${item.id}`;
  return { kind: 'item', key, item, level, isOpen: false, parentKey };
}

function pushOpen(
  rows: GridRow[],
  row: ItemRow,
  open: ReadonlySet<string>,
  childrenOf: (id: string) => Children | undefined,
) {
  const { key, item } = row;
  const level = row.level + 1;
  rows.push({ ...row, isOpen: true }, { kind: 'detail', key: `${key}#`, item, level, parentKey: key });
  if (row.level > 1 || item.childCount === 0) {
    return;
  }
  const children = childrenOf(item.id);
  if (children?.items !== undefined) {
    for (const child of children.items) {
      const childRow = itemRow(child, level, key);
      if (open.has(childRow.key)) {
        pushOpen(rows, childRow, open, childrenOf);
      } else {
        rows.push(childRow);
      }
    }
  } else {
    const kind = children?.problem == null ? 'loading' : 'failed';
    rows.push({ kind, key: `${key}?`, level, parentKey: key });
  }
}

/** Pages as they came in, without items that moved from one to the next meanwhile. */
export function withoutRepeats(pages: readonly (readonly WorkItem[])[]): readonly (readonly WorkItem[])[] {
  const seen = new Set<string>();
  return pages.map((page) => {
    const kept = page.filter(({ id }) => !seen.has(id));
    kept.forEach(({ id }) => seen.add(id));
    return kept.length === page.length ? page : kept;
  });
}
