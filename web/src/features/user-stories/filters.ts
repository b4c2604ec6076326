import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ItemFilter, ItemType } from './api';

/** What the address says: filters survive a reload, a link and the way back. */
export interface Choices {
  q: string;
  type: string;
  status: string;
  /** Empty for all, `no` without those that are gone, `only` just those. */
  gone: string;
}

const shortestSearch = 3;

export function useChoices() {
  const [params, setParams] = useSearchParams();
  const choices: Choices = {
    q: params.get('q') ?? '',
    type: params.get('type') ?? '',
    status: params.get('status') ?? '',
    gone: params.get('gone') ?? '',
  };
  function choose(changes: Partial<Choices>) {
    const next = Object.entries({ ...choices, ...changes }).filter(([, value]) => value !== '');
    setParams(Object.fromEntries(next), { replace: true });
  }
  return { choices, choose };
}

/** The filter for the API; a search below three characters is not asked for yet. */
export function useFilter({ q, type, status, gone }: Choices, sort: string | undefined): ItemFilter {
  const search = q.trim();
  return useMemo(() => {
    const filter: ItemFilter = {};
    if (search.length >= shortestSearch) {
      filter.q = search;
    }
    if (type === 'FEATURE' || type === 'USER_STORY') {
      filter.type = type satisfies ItemType;
    }
    if (status !== '') {
      filter.status = status;
    }
    if (gone !== '') {
      filter.gone = gone === 'only';
    }
    if (sort !== undefined) {
      filter.sort = sort;
    }
    return isFlat(filter) ? filter : { ...filter, parent: 'root' };
  }, [search, type, status, gone, sort]);
}

/** A search finds stories wherever they stand, so its answer is no tree. */
export function isFlat({ q, type, status, gone }: ItemFilter): boolean {
  return q !== undefined || type !== undefined || status !== undefined || gone === true;
}

export function isTooShort({ q }: Choices): boolean {
  const { length } = q.trim();
  return length > 0 && length < shortestSearch;
}
