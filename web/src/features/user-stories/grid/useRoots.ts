import { useCallback, useEffect, useState } from 'react';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { pageSize, readItems, type ItemFilter, type ItemPage, type WorkItem } from '../api';
import { withoutRepeats } from './rows';

type Pages = readonly (readonly WorkItem[])[];

export interface Roots {
  /** Undefined before the first answer. */
  pages: Pages | undefined;
  total: number | undefined;
  /** How many rows to hold a place for. */
  missing: number;
  problem: Error | null;
  retry: () => void;
  /** Which pages are looked at: these are kept fresh, and the one after them is read ahead. */
  look: (from: number, to: number) => void;
}

/**
 * The first level of the tree, page by page. Each page is a query of its own, so that a live event reads again
 * what is looked at and nothing else; the others follow when they come into view.
 */
export function useRoots(projectKey: string, filter: ItemFilter): Roots {
  const queries = useQueryClient();
  const [span, setSpan] = useState({ from: 0, to: 0 });
  const keyOf = (cursor: string | undefined) => ['work-items', projectKey, 'page', filter, cursor ?? ''] as const;
  const isRead = (cursor: string | undefined) => queries.getQueryData(keyOf(cursor)) !== undefined;

  const cursors: (string | undefined)[] = [undefined];
  for (let next = nextOf(undefined); next !== undefined; next = nextOf(next)) {
    if (!isRead(next) && cursors.length - 1 > span.to) {
      break;
    }
    cursors.push(next);
  }

  function nextOf(cursor: string | undefined): string | undefined {
    return queries.getQueryData<ItemPage>(keyOf(cursor))?.nextCursor ?? undefined;
  }

  // Only these are listened to: with 100,000 items there are 200 pages, and each would make all of them render.
  const watched = cursors.flatMap((cursor, index) =>
    (index >= span.from && index <= span.to) || !isRead(cursor) ? [cursor] : [],
  );
  const results = useQueries({
    queries: watched.map((cursor) => ({
      queryKey: keyOf(cursor),
      queryFn: () => readItems(projectKey, filter, cursor),
      staleTime: Infinity,
      gcTime: Infinity,
      // The data are taken from the cache below, which tells nobody that they came.
      notifyOnChangeProps: ['data', 'error'] as ('data' | 'error')[],
    })),
  });
  useEffect(
    () => () =>
      queries.removeQueries({ queryKey: ['work-items', projectKey, 'page'], predicate: ({ queryKey }) => queryKey[4] !== '' }),
    [queries, projectKey],
  );

  const read = cursors.flatMap((cursor) => queries.getQueryData<ItemPage>(keyOf(cursor)) ?? []);
  const items = read.map((page) => page.items);
  // By id nothing moves from page to page; by another column it may, between two reads.
  const pages = useStable(filter.sort === undefined ? items : withoutRepeats(items));
  const look = useCallback(
    (from: number, to: number) =>
      setSpan((before) => (before.from === from && before.to === to ? before : { from, to })),
    [],
  );
  const failed = results.find(({ error }) => error !== null);
  const hasMore = read.at(-1)?.nextCursor != null;
  return {
    pages: read.length === 0 ? undefined : pages,
    total: read[0]?.total ?? undefined,
    missing: hasMore ? Math.max(0, span.to + 1 - read.length) * pageSize + 3 : 0,
    problem: failed?.error ?? null,
    retry: () => void failed?.refetch(),
    look,
  };
}

/** The same array while its pages are the same. */
function useStable(pages: Pages): Pages {
  const [kept, setKept] = useState(pages);
  const isSame = pages.length === kept.length && pages.every((page, index) => page === kept[index]);
  if (!isSame) {
    setKept(pages);
  }
  return isSame ? kept : pages;
}
