import { useMemo, useState } from 'react';
import {
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type ColumnDef,
  type RowData,
  type SortingState,
  type Table,
  type VisibilityState,
} from '@tanstack/react-table';
import { store, stored } from '../../lib/storage';
import type { Column } from './DataTable';

declare module '@tanstack/react-table' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface ColumnMeta<TData extends RowData, TValue> {
    header: string;
    align?: 'end' | undefined;
    width?: string | undefined;
  }
}

/** The table's state; what a person chose stays on this browser. */
export function useTable<Row>(
  id: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  rowKey: (row: Row) => string,
): Table<Row> {
  const [sorting, setSorting] = useState<SortingState>(() => stored(`table.${id}.sort`, isSorting) ?? []);
  const [visibility, setVisibility] = useState<VisibilityState>(() => ({
    ...Object.fromEntries(columns.filter((each) => each.isHiddenAtFirst === true).map((each) => [each.id, false])),
    ...stored(`table.${id}.columns`, isVisibility),
  }));
  const definitions = useMemo(() => columns.map(definition), [columns]);
  return useReactTable<Row>({
    data: rows as Row[],
    columns: definitions,
    getRowId: rowKey,
    state: { sorting, columnVisibility: visibility },
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorting) : update;
      setSorting(next);
      store(`table.${id}.sort`, next);
    },
    onColumnVisibilityChange: (update) => {
      const next = typeof update === 'function' ? update(visibility) : update;
      setVisibility(next);
      store(`table.${id}.columns`, next);
    },
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
  });
}

function definition<Row>(column: Column<Row>): ColumnDef<Row> {
  const { sortBy } = column;
  return {
    id: column.id,
    header: column.header,
    ...(sortBy === undefined ? {} : { accessorFn: (row: Row) => sortBy(row) ?? undefined }),
    cell: ({ row }) => column.cell(row.original),
    enableSorting: sortBy !== undefined,
    sortUndefined: 'last',
    sortingFn: (a, b, columnId) => compare(a.getValue(columnId), b.getValue(columnId)),
    enableHiding: column.isOptional !== false,
    meta: { header: column.header, align: column.align, width: column.width },
  };
}

function compare(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a).localeCompare(String(b), undefined, { numeric: true, sensitivity: 'base' });
}

function isSorting(value: unknown): value is SortingState {
  return Array.isArray(value) && value.every((each: unknown) => typeof each === 'object' && each !== null && 'id' in each);
}

function isVisibility(value: unknown): value is VisibilityState {
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'boolean');
}
