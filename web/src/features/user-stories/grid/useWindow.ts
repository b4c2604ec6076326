import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react';
import { layoutOf, nextSpan, type Layout, type Span } from './layout';
import type { GridRow } from './rows';

interface Wanted {
  rows: readonly GridRow[];
  box: RefObject<HTMLDivElement | null>;
  /** Height of an item's row. */
  usual: number;
  /** Of a row that was not measured. */
  guess: (row: GridRow) => number;
  /** Height of the head, which covers the upper edge. */
  head: number;
}

export interface Window {
  layout: Layout;
  /** What is to be drawn now. */
  drawn: Span;
  /** What is in sight. */
  seen: Span;
  scrollTo: (index: number) => void;
  /** For rows that are as high as their content. */
  measure: (element: HTMLElement | null) => (() => void) | undefined;
}

const overscan = 6;
/** So few that a step stays a short task on a slow machine. */
const aStep = 6;
/** In pixels: scrolling by less is not looked at. */
const aLook = 20;
const nothing: Span = { from: 0, to: 0 };

/**
 * Draws the rows in sight and a few around, step by step: after a jump the first rows come in the first frame
 * and the others in the next ones, so that scrolling never waits for all of them.
 */
export function useWindow({ rows, box, usual, guess, head }: Wanted): Window {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(() => new Map());
  const layout = useMemo(
    () => layoutOf(rows, usual, (row) => heights.get(row.key) ?? guess(row)),
    [rows, usual, guess, heights],
  );
  const [view, setView] = useState({ top: 0, height: 0 });
  const [drawn, setDrawn] = useState(nothing);
  const count = rows.length;
  const { seen, wanted } = useMemo(() => {
    const from = layout.indexAt(view.top);
    const to = view.height === 0 ? from : Math.min(count, layout.indexAt(view.top + view.height + aLook) + 1);
    return {
      seen: { from, to },
      wanted: to === from ? nothing : { from: Math.max(0, from - overscan), to: Math.min(count, to + overscan) },
    };
  }, [layout, count, view]);

  useEffect(() => {
    const element = box.current;
    if (element === null) {
      return undefined;
    }
    const look = () => {
      const top = Math.floor(element.scrollTop / aLook) * aLook;
      const height = element.clientHeight;
      setView((before) => (before.top === top && before.height === height ? before : { top, height }));
    };
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [box]);

  const isDone = drawn.from === wanted.from && drawn.to === wanted.to;
  useEffect(() => {
    if (isDone) {
      return undefined;
    }
    const frame = requestAnimationFrame(() => setDrawn((before) => nextSpan(before, wanted, seen, aStep)));
    return () => cancelAnimationFrame(frame);
  }, [isDone, drawn, wanted, seen]);

  const measure = useCallback((element: HTMLElement | null) => {
    const key = element?.dataset['key'];
    if (element === null || key === undefined) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      const height = element.offsetHeight;
      setHeights((before) => (before.get(key) === height ? before : new Map(before).set(key, height)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  function scrollTo(index: number) {
    const element = box.current;
    if (element === null) {
      return;
    }
    const top = layout.topOf(index);
    const bottom = layout.topOf(index + 1);
    const room = element.clientHeight - head;
    if (top < element.scrollTop) {
      element.scrollTo({ top });
    } else if (bottom > element.scrollTop + room) {
      element.scrollTo({ top: bottom - room });
    }
  }

  return { layout, drawn: clamped(drawn, count), seen, scrollTo, measure };
}

function clamped({ from, to }: Span, count: number): Span {
  return { from: Math.min(from, count), to: Math.min(to, count) };
}
