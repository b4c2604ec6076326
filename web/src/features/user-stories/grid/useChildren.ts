import { useMemo } from 'react';
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { readAllItems, type ItemFilter, type WorkItem } from '../api';
import type { Children } from './rows';

/** The stories of the features that are open. */
export function useChildren(projectKey: string, features: readonly string[], filter: ItemFilter) {
  const results = useQueries({
    queries: features.map((parent) => ({
      queryKey: ['work-items', projectKey, 'children', parent, filter] as const,
      queryFn: () => readAllItems(projectKey, { ...filter, parent }),
    })),
    combine: plain,
  });
  const childrenOf = useMemo(() => {
    const byId = new Map<string, Children>();
    features.forEach((id, index) => {
      const result = results[index];
      if (result !== undefined) {
        byId.set(id, result);
      }
    });
    return (id: string) => byId.get(id);
  }, [features, results]);
  return childrenOf;
}

function plain(results: UseQueryResult<WorkItem[]>[]): Children[] {
  return results.map(({ data, error }) => ({ items: data, problem: error }));
}
