import { useMemo, useState, type ReactNode } from 'react';
import {
  getCoreRowModel,
  useReactTable,
  type SortingState,
  type Table,
  type VisibilityState,
} from '@tanstack/react-table';
import { store, stored } from '../../../lib/storage';
import type { WorkItem } from '../api';

export interface GridColumn {
  /** Stable: the person's choice is kept by it. */
  id: string;
  header: string;
  /** @param tabIndex for what can be focused inside: 0 only in the row that has the focus */
  cell: (item: WorkItem, tabIndex: 0 | -1) => ReactNode;
  /** In rem; with `grows` the least. */
  width: number;
  grows?: boolean;
  /** Whether the API sorts by it, under its id. */
  isSortable?: boolean;
  /** False keeps it out of the column choice. */
  isOptional?: boolean;
  isHiddenAtFirst?: boolean;
}

export interface ColumnModel {
  table: Table<WorkItem>;
  visible: readonly GridColumn[];
  /** As the API takes it: the column, with `-` before it for descending. */
  sort: string | undefined;
}

const noRows: WorkItem[] = [];
const place = 'table.user-stories';

/** Columns and order as this person chose them. The rows are not the table's: it would copy all of them. */
export function useColumnModel(columns: readonly GridColumn[]): ColumnModel {
  const [sorting, setSorting] = useState<SortingState>(() => stored(`${place}.sort`, isSorting) ?? []);
  const [visibility, setVisibility] = useState<VisibilityState>(() => ({
    ...Object.fromEntries(columns.filter((each) => each.isHiddenAtFirst === true).map((each) => [each.id, false])),
    ...stored(`${place}.columns`, isVisibility),
  }));
  const table = useReactTable<WorkItem>({
    data: noRows,
    columns: useMemo(
      () =>
        columns.map((each) => ({
          id: each.id,
          accessorFn: () => undefined,
          enableSorting: each.isSortable === true,
          enableHiding: each.isOptional !== false,
          meta: { header: each.header },
        })),
      [columns],
    ),
    state: { sorting, columnVisibility: visibility },
    manualSorting: true,
    enableMultiSort: false,
    sortDescFirst: false,
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorting) : update;
      setSorting(next);
      store(`${place}.sort`, next);
    },
    onColumnVisibilityChange: (update) => {
      const next = typeof update === 'function' ? update(visibility) : update;
      setVisibility(next);
      store(`${place}.columns`, next);
    },
    getCoreRowModel: getCoreRowModel(),
  });
  const visible = useMemo(
    () => columns.filter((each) => each.isOptional === false || visibility[each.id] !== false),
    [columns, visibility],
  );
  const first = sorting.find(({ id }) => columns.some((each) => each.id === id && each.isSortable === true));
  return { table, visible, sort: first === undefined ? undefined : `${first.desc ? '-' : ''}${first.id}` };
}

/** For CSS: the tracks of a row, the box for selection first. */
export function tracksOf(columns: readonly GridColumn[]): { tracks: string; least: string } {
  const tracks = columns.map(({ width, grows }) => (grows === true ? `minmax(${width}rem, 1fr)` : `${width}rem`));
  const least = columns.reduce((sum, { width }) => sum + width, selectWidth);
  return { tracks: `${selectWidth}rem ${tracks.join(' ')}`, least: `${least}rem` };
}

const selectWidth = 2.75;

function isSorting(value: unknown): value is SortingState {
  return Array.isArray(value) && value.every((each: unknown) => typeof each === 'object' && each !== null && 'id' in each);
}

function isVisibility(value: unknown): value is VisibilityState {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'boolean');
}
