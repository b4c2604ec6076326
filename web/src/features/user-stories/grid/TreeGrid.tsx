import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import type { WorkItem } from '../api';
import { texts } from '../texts';
import { tracksOf, type ColumnModel } from './columnModel';
import { GridHead } from './GridHead';
import { GridRowView } from './GridRowView';
import { deedOf, type Place } from './keyboard';
import type { GridRow } from './rows';
import { useWidth } from './useWidth';
import { useWindow } from './useWindow';
import '../../../ui/table/table.css';
import './grid.css';

interface Props {
  label: string;
  model: ColumnModel;
  rows: readonly GridRow[];
  /** Index of the first row of each page that was read. */
  starts: readonly number[];
  /** How many rows there are without those that only hold a place. */
  known: number;
  look: (from: number, to: number) => void;
  onToggle: (key: string) => void;
  onRetry: () => void;
  selected: ReadonlyMap<string, WorkItem>;
  /** Left out when rows cannot be selected. */
  onSelect: ((item: WorkItem) => void) | undefined;
  onSelectAll: () => void;
  projectKey: string;
}

const headHeight = 40;
const rowHeight = 40;
const cardHeight = 120;
const detailHeight = 180;

/**
 * A tree grid of any length after WAI-ARIA's pattern, in Horizon's look. Plain HTML: hundreds of web components
 * made while one scrolls would be felt.
 */
export function TreeGrid(props: Props) {
  const { label, model, rows, starts, known, look, onToggle, onRetry, selected, onSelect, onSelectAll, projectKey } = props;
  const t = useTexts(texts);
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const isNarrow = useWidth(box) < 600;
  const [active, setActive] = useState<Place | null>(null);
  // Where the keyboard sent the focus; scrolling may draw once before the place itself has changed.
  const sent = useRef<Place | null>(null);
  const found = useMemo(
    () => (active === null ? -1 : rows.findIndex(({ key }) => key === active.key)),
    [rows, active],
  );
  const index = Math.max(0, found);
  const cell = found < 0 ? null : (active?.cell ?? null);
  const margin = isNarrow ? 0 : headHeight;

  const guess = useCallback((row: GridRow) => (row.kind === 'detail' ? detailHeight : rowHeight), []);
  const { layout, drawn, seen, scrollTo, measure } = useWindow({
    rows,
    box,
    usual: isNarrow ? cardHeight : rowHeight,
    guess,
    head: margin,
  });
  const indices = useMemo(() => {
    const all = Array.from({ length: drawn.to - drawn.from }, (_, at) => drawn.from + at);
    // The focus stays where it is when its row is out of sight.
    return found < 0 || (found >= drawn.from && found < drawn.to) ? all : [...all, found].sort((a, b) => a - b);
  }, [drawn.from, drawn.to, found]);

  const from = pageAt(starts, seen.from);
  const to = pageAt(starts, seen.to + 50) + (seen.to + 50 >= known ? 1 : 0);
  useEffect(() => look(from, to), [look, from, to]);

  useEffect(() => {
    if (sent.current !== null && sent.current === active) {
      const row = box.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
      const target = cell === null ? row : row?.querySelector<HTMLElement>(`[data-cell="${cell}"]`);
      if (target != null) {
        sent.current = null;
        target.focus({ preventScroll: true });
        if (cell !== null && getComputedStyle(target).position !== 'sticky') {
          target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
      }
    }
  });

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-index]');
    if (row === null || event.altKey || event.metaKey || event.shiftKey) {
      return;
    }
    const place = target.closest<HTMLElement>('[data-cell]');
    if (target !== row && target !== place) {
      if (event.key === 'Escape') {
        event.preventDefault();
        (place ?? row).focus();
      }
      return;
    }
    const at = Number(row.dataset['index']);
    const inside = place === null ? null : Number(place.dataset['cell']);
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - margin) / rowHeight) - 1);
    const deed = deedOf(event, { rows, index: at, cell: inside, cells: model.visible.length + 1, page });
    if (deed === undefined) {
      return;
    }
    event.preventDefault();
    if ('to' in deed) {
      const key = rows[deed.to.index]?.key;
      if (key !== undefined) {
        const hasCells = rows[deed.to.index]?.kind === 'item';
        sent.current = { key, cell: hasCells ? deed.to.cell : null };
        setActive(sent.current);
        scrollTo(deed.to.index);
      }
    } else if ('toggle' in deed) {
      toggle(rows[deed.toggle]);
    } else if ('select' in deed) {
      const chosen = rows[deed.select];
      if (chosen?.kind === 'item') {
        onSelect?.(chosen.item);
      }
    } else if ('enter' in deed) {
      enter(place, () => toggle(rows[deed.enter]));
    } else {
      onSelectAll();
    }
  }

  function toggle(row: GridRow | undefined) {
    if (row?.kind === 'item') {
      onToggle(row.key);
    } else if (row?.kind === 'failed') {
      onRetry();
    }
  }

  function onFocus(event: FocusEvent<HTMLDivElement>) {
    const row = event.target.closest<HTMLElement>('[data-index]');
    const key = rows[Number(row?.dataset['index'])]?.key;
    if (row !== null && key !== undefined) {
      const inside = event.target.closest<HTMLElement>('[data-cell]');
      const at = inside === null ? null : Number(inside.dataset['cell']);
      setActive((before) => (before?.key === key && before.cell === at ? before : { key, cell: at }));
    }
  }

  /** Rows carry plain links: a router's link in each would cost more than the rest of the row. */
  function onClick(event: MouseEvent<HTMLDivElement>) {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-route]');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (link !== null && isPlain && !event.defaultPrevented) {
      event.preventDefault();
      void navigate(link.pathname);
    }
  }

  const { tracks, least } = useMemo(() => tracksOf(model.visible), [model.visible]);
  const style = { '--ty-tracks': tracks, '--ty-least': least } as React.CSSProperties;
  return (
    <div
      ref={box}
      className="ty-grid"
      style={style}
      data-narrow={isNarrow}
      role="treegrid"
      aria-label={label}
      aria-multiselectable={onSelect !== undefined}
      aria-rowcount={rows.length + 1}
      aria-colcount={model.visible.length + 1}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={onClick}
    >
      <GridHead model={model} selected={selected.size} onSelectAll={onSelect === undefined ? undefined : onSelectAll} />
      <div role="rowgroup" className="ty-grid-body" style={{ height: layout.height }}>
        {indices.map((at) => {
          const row = rows[at];
          return row === undefined ? null : (
            <GridRowView
              key={row.key}
              row={row}
              index={at}
              top={layout.topOf(at)}
              columns={model.visible}
              isTabbable={at === index}
              cell={at === index ? cell : null}
              isSelected={row.kind === 'item' && selected.has(row.item.id)}
              onToggle={onToggle}
              onSelect={onSelect}
              onRetry={onRetry}
              measure={measure}
              projectKey={projectKey}
              t={t}
            />
          );
        })}
      </div>
    </div>
  );
}

function pageAt(starts: readonly number[], index: number): number {
  let page = 0;
  while (page + 1 < starts.length && (starts[page + 1] ?? 0) <= index) {
    page += 1;
  }
  return page;
}

/** Into the only control of a cell by using it, into several by focusing the first. */
function enter(cell: HTMLElement | null, otherwise: () => void) {
  const controls = cell?.querySelectorAll<HTMLElement>('a, button, input') ?? [];
  const [first] = controls;
  if (first === undefined) {
    otherwise();
  } else if (controls.length === 1) {
    first.focus();
    first.click();
  } else {
    first.focus();
  }
}
