import { useCallback, useMemo, useState } from 'react';
import type { ItemFilter } from '../api';
import { flatten, type GridRow } from './rows';
import { useChildren } from './useChildren';
import { useRoots, type Roots } from './useRoots';

export interface Tree extends Roots {
  rows: readonly GridRow[];
  starts: readonly number[];
  /** How many rows are of what was read; places for what is not follow them. */
  known: number;
  toggle: (key: string) => void;
}

/** What the grid shows of a filter: its pages, what is open in them, and places for what is being read. */
export function useTree(projectKey: string, filter: ItemFilter): Tree {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const roots = useRoots(projectKey, filter);
  const { pages, missing } = roots;
  const parents = useMemo(() => {
    const tops = new Set([...open].filter((key) => !key.includes('/')));
    return tops.size === 0
      ? []
      : (pages ?? []).flatMap((page) =>
          page.filter(({ id, childCount }) => childCount > 0 && tops.has(id)).map(({ id }) => id),
        );
  }, [open, pages]);
  const below = useMemo(
    () => ({
      ...(filter.sort === undefined ? {} : { sort: filter.sort }),
      ...(filter.gone === false ? { gone: false } : {}),
    }),
    [filter],
  );
  const childrenOf = useChildren(projectKey, parents, below);
  const flat = useMemo(() => {
    const { rows, starts } = flatten(pages ?? [], open, childrenOf);
    const known = rows.length;
    for (let index = 0; index < missing; index += 1) {
      rows.push({ kind: 'loading', key: `?${index}`, level: 1, parentKey: undefined });
    }
    return { rows, starts, known };
  }, [pages, open, childrenOf, missing]);
  const toggle = useCallback(
    (key: string) =>
      setOpen((before) => {
        const after = new Set(before);
        if (!after.delete(key)) {
          after.add(key);
        }
        return after;
      }),
    [],
  );
  return { ...roots, ...flat, toggle };
}
