import { useCallback } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';

export type WorkItem = Schema<'WorkItemResource'>;
export type Sync = Schema<'SyncView'>;
export type SyncMode = Sync['mode'];
export type Integration = Schema<'IntegrationView'>;
export type Validation = Schema<'Validation'>;
export type Neighbour = Schema<'Neighbour'>;
export type ItemType = 'FEATURE' | 'USER_STORY';

/** As the API takes it; what is undefined is not asked for. */
export interface ItemFilter {
  parent?: string;
  type?: ItemType;
  q?: string;
  status?: string;
  gone?: boolean;
  sort?: string;
}

export interface ItemPage {
  items: WorkItem[];
  nextCursor?: string | null;
  total?: number | null;
}

export const pageSize = 500;
const firstPage = 100;

/** The first page is short, to be there soon, and counts. */
export function readItems(key: string, filter: ItemFilter, cursor?: string): Promise<ItemPage> {
  const page = cursor === undefined ? { limit: firstPage, count: true } : { limit: pageSize, cursor };
  return data(
    api.GET('/api/v1/projects/{key}/work-items', { params: { path: { key }, query: { ...filter, ...page } } }),
  );
}

/** Every page, one after the other. */
export async function readAllItems(key: string, filter: ItemFilter): Promise<WorkItem[]> {
  const items: WorkItem[] = [];
  let cursor: string | undefined;
  do {
    const query = { ...filter, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const page = await data(api.GET('/api/v1/projects/{key}/work-items', { params: { path: { key }, query } }));
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

export const exportFormats = ['XLSX', 'CSV'] as const;

/** All that fit the filter, stories below features too. */
export function exportAddress(key: string, filter: ItemFilter, format: string): string {
  const wanted = Object.entries({ ...filter, format }).filter(([name]) => name !== 'parent');
  const query = new URLSearchParams(wanted.map(([name, value]) => [name, String(value)]));
  return `/api/v1/projects/${key}/work-items/export?${query.toString()}`;
}

export function useItem(key: string, id: string) {
  return useQuery({
    queryKey: ['work-items', key, 'item', id],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/work-items/{id}', { params: { path: { key, id } } })),
  });
}

export function useStatuses(key: string) {
  return useQuery({
    queryKey: ['work-items', key, 'statuses'],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/work-items/statuses', { params: { path: { key } } })),
  });
}

export function useIntegrations(key: string) {
  return useQuery({
    queryKey: ['alm-integrations', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/alm-integrations', { params: { path: { key } } })),
    select: (page): Integration[] => page.items,
  });
}

export function usePipelines(key: string) {
  return useQuery({
    queryKey: ['pipelines', key, 'names'],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/pipelines', { params: { path: { key } } })),
    select: (page) => page.items,
  });
}

/** Gives one item another pipeline; an empty id means the project's default. */
export function setPipeline(key: string, { id, version }: WorkItem, pipelineId: string): Promise<WorkItem> {
  return data(
    api.PATCH('/api/v1/projects/{key}/work-items/{id}', {
      params: { path: { key, id }, header: ifMatch(version) },
      body: { pipelineId },
    }),
  );
}

/** Puts one item into a release version; an empty id takes it out. */
export function setRelease(key: string, { id, version }: WorkItem, releaseVersionId: string): Promise<WorkItem> {
  return data(
    api.PATCH('/api/v1/projects/{key}/work-items/{id}', {
      params: { path: { key, id }, header: ifMatch(version) },
      body: { releaseVersionId },
    }),
  );
}

export function useReleases(key: string) {
  return useQuery({
    queryKey: ['release-versions', key, 'names'],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/release-versions', { params: { path: { key } } })),
    select: (page) => page.items,
  });
}

/** What has to be in a target before the item, and what comes after it. */
export function useDependencies(key: string, id: string) {
  return useQuery({
    queryKey: ['work-items', key, 'dependencies', id],
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/work-items/{id}/dependencies', { params: { path: { key, id } } })),
  });
}

export function useDependencyChange(key: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ predecessor, isWanted }: { predecessor: string; isWanted: boolean }) => {
      const params = { path: { key, id, predecessor } };
      const address = '/api/v1/projects/{key}/work-items/{id}/dependencies/{predecessor}';
      return data(isWanted ? api.PUT(address, { params }) : api.DELETE(address, { params }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['work-items', key, 'dependencies'] }),
  });
}

/** A few items that fit, for a value help; nothing below three letters. */
export function useSearch(key: string, text: string) {
  const q = text.trim();
  return useQuery({
    queryKey: ['work-items', key, 'search', q],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/work-items', { params: { path: { key }, query: { q, limit: 10 } } })),
    enabled: q.length >= 3,
  });
}

export function startValidation(key: string, id: string): Promise<Validation> {
  return data(api.POST('/api/v1/projects/{key}/work-items/{id}/validations', { params: { path: { key, id } } }));
}

export function useStartValidation(key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => startValidation(key, id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['validations'] }),
  });
}

/** Newest first. */
export function useValidations(key: string, id: string) {
  return useQuery({
    queryKey: ['validations', key, id],
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/work-items/{id}/validations', { params: { path: { key, id } } })),
    refetchInterval: ({ state }) => (state.data?.items.some((each) => each.endedAt == null) === true ? 2_000 : false),
  });
}

/** What shares an object with what the item carries. */
export function useCollisions(key: string, id: string) {
  return useQuery({
    queryKey: ['deliverables', key, 'collisions', id],
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/work-items/{id}/collisions', { params: { path: { key, id } } })),
  });
}

/** Where the report of the item's latest run is; undefined when it never ran. */
export async function latestReport(project: string, workItem: string): Promise<string | undefined> {
  const { items } = await data(api.GET('/api/v1/runs', { params: { query: { project, workItem, limit: 1 } } }));
  const [run] = items;
  return run === undefined ? undefined : `/api/v1/runs/${run.id}/report`;
}

export function useSyncs(key: string) {
  return usePages(['syncs', key, 'history'], (cursor) =>
    data(
      api.GET('/api/v1/projects/{key}/syncs', {
        params: { path: { key }, query: { count: true, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

/** The newest syncs; asked for again while one runs, besides the live events. */
export function useLatestSyncs(key: string) {
  return useQuery({
    queryKey: ['syncs', key, 'latest'],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/syncs', { params: { path: { key }, query: { limit: 5 } } })),
    select: (page): Sync[] => page.items,
    refetchInterval: ({ state }) => (state.data?.items.some((each) => each.state === 'RUNNING') === true ? 1_500 : false),
  });
}

export function useStartSync(key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: { integrationId?: string; mode?: SyncMode }) =>
      data(api.POST('/api/v1/projects/{key}/syncs', { params: { path: { key } }, body: wish })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['syncs'] }),
  });
}

/** Reads again what is shown of the project's items. */
export function useReadAgain() {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['work-items'] }), [queries]);
}
