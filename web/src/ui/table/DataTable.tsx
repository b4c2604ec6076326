import { useId, useRef, type ReactNode } from 'react';
import { flexRender, type Row as TableRow } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTexts } from '../../lib/i18n/texts';
import { EmptyState } from '../EmptyState';
import { ProblemMessage } from '../ProblemMessage';
import { texts } from '../texts';
import { TableHead } from './TableHead';
import { TableToolbar } from './TableToolbar';
import { useTable } from './useTable';
import './table.css';

export interface Column<Row> {
  /** Stable: the person's choice of columns is kept by it. */
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  sortBy?: (row: Row) => string | number | boolean | null | undefined;
  /** Any CSS width. */
  width?: string;
  align?: 'end';
  /** False keeps it out of the column choice: it is always shown. */
  isOptional?: boolean;
  isHiddenAtFirst?: boolean;
}

interface Props<Row> {
  /** Stable: sort and columns are kept by it. */
  id: string;
  /** What the rows are, for people who do not see the heading. */
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined while they are loaded. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  problem?: unknown;
  retry?: () => void;
  /** When there is nothing at all; a filter that finds nothing is `isFiltered`. */
  empty?: ReactNode;
  isFiltered?: boolean;
  /** Above the table, left: search, filters. */
  filters?: ReactNode;
  /** Above the table, right: buttons. */
  actions?: ReactNode;
  /** Of all rows when only some are loaded. */
  total?: number | undefined;
  hasMore?: boolean;
  loadMore?: () => void;
  isLoadingMore?: boolean;
}

const skeletonRows = 5;
const virtualFrom = 150;
const rowHeight = 44;

/**
 * A table in Horizon's look that is a table to every screen reader: sorting and choice of columns kept per
 * person, long lists virtualised, skeletons while loading, cards instead of columns on narrow screens.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { id, label, columns, rows, rowKey, problem, retry, empty, isFiltered } = props;
  const t = useTexts(texts);
  const captionId = useId();
  const table = useTable(id, columns, rows ?? [], rowKey);
  const visible = table.getVisibleLeafColumns();
  const sorted = table.getRowModel().rows;
  if (problem !== null && problem !== undefined && rows === undefined) {
    return <ProblemMessage problem={problem} retry={retry} />;
  }
  const isEmpty = rows?.length === 0;
  return (
    <section className="ty-table-box" aria-labelledby={captionId}>
      <span id={captionId} className="ty-hidden">
        {label}
      </span>
      <TableToolbar table={table} filters={props.filters} actions={props.actions} />
      {isEmpty ? (
        isFiltered === true || empty === undefined ? (
          <EmptyState title={t('nothingFound')}>{t('nothingFoundNext')}</EmptyState>
        ) : (
          empty
        )
      ) : (
        <Scroll count={sorted.length} label={label}>
          {(range) => (
            <table className="ty-table" aria-label={label} aria-busy={rows === undefined}>
              <TableHead table={table} />
              <tbody>
                {rows === undefined
                  ? Array.from({ length: skeletonRows }, (_, index) => (
                      <SkeletonRow key={index} columns={visible.length} text={t('loading')} />
                    ))
                  : <Body rows={sorted} range={range} columns={visible.length} />}
              </tbody>
            </table>
          )}
        </Scroll>
      )}
      <Footer {...props} shown={sorted.length} />
    </section>
  );
}

interface Range {
  from: number;
  to: number;
  before: number;
  after: number;
}

interface ScrollProps {
  count: number;
  label: string;
  children: (range: Range) => ReactNode;
}

function Scroll({ count, label, children }: ScrollProps) {
  const box = useRef<HTMLDivElement>(null);
  const isVirtual = count > virtualFrom;
  const virtualizer = useVirtualizer({
    count: isVirtual ? count : 0,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0];
  const last = items.at(-1);
  const range = isVirtual
    ? {
        from: first?.index ?? 0,
        to: (last?.index ?? -1) + 1,
        before: first?.start ?? 0,
        after: virtualizer.getTotalSize() - (last?.end ?? 0),
      }
    : { from: 0, to: count, before: 0, after: 0 };
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} className="ty-table-scroll" data-virtual={isVirtual} role="region" aria-label={label} tabIndex={0}>
      {children(range)}
    </div>
  );
}

function Body<Row>({ rows, range, columns }: { rows: TableRow<Row>[]; range: Range; columns: number }) {
  return (
    <>
      <Spacer height={range.before} columns={columns} />
      {rows.slice(range.from, range.to).map((row) => (
        <tr key={row.id} data-row={row.id}>
          {row.getVisibleCells().map((cell) => (
            <td key={cell.id} data-label={cell.column.columnDef.meta?.header} data-align={cell.column.columnDef.meta?.align}>
              {flexRender(cell.column.columnDef.cell, cell.getContext())}
            </td>
          ))}
        </tr>
      ))}
      <Spacer height={range.after} columns={columns} />
    </>
  );
}

/** Keeps the scroll bar honest; says nothing to a screen reader. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  return height === 0 ? null : (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

function SkeletonRow({ columns, text }: { columns: number; text: string }) {
  return (
    <tr>
      {Array.from({ length: columns }, (_, index) => (
        <td key={index}>
          <span className="ty-skeleton" />
          {index === 0 && <span className="ty-hidden">{text}</span>}
        </td>
      ))}
    </tr>
  );
}

function Footer<Row>({ rows, total, shown, hasMore, loadMore, isLoadingMore }: Props<Row> & { shown: number }) {
  const t = useTexts(texts);
  if (rows === undefined || rows.length === 0) {
    return null;
  }
  return (
    <div className="ty-table-footer">
      <span role="status">
        {total === undefined || total === shown
          ? t('shown', { count: shown })
          : t('shownOf', { count: shown, total })}
      </span>
      {hasMore === true && (
        <button type="button" className="ty-link-button" disabled={isLoadingMore} onClick={loadMore}>
          {t('loadMore')}
        </button>
      )}
    </div>
  );
}
