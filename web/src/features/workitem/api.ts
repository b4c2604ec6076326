import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';

type Row = Schema<'WorkItemResource'>;
type Detail = Schema<'WorkItemResourceDetail'>;

/** A feature or user story, opened. */
export type WorkItem = Row & Omit<Detail, keyof Row>;
export type Edit = Schema<'EditRequest'>;
export type Run = Schema<'RunSummary'>;
export type Validation = Schema<'Validation'>;
export type Finding = Schema<'ValidatorCheckFinding'>;

/** Which work item a screen is about. */
export interface ItemRef {
  key: string;
  id: string;
}

const spread = { querySerializer: { object: { style: 'form', explode: true } } } as const;

export function useWorkItem({ key, id }: ItemRef) {
  return useQuery({
    queryKey: ['work-items', key, id],
    queryFn: () => readWorkItem({ key, id }),
  });
}

export async function readWorkItem({ key, id }: ItemRef): Promise<WorkItem> {
  const found = await data(
    api.GET('/api/v1/projects/{key}/work-items/{id}', { params: { path: { key, id } } }),
  );
  return found as WorkItem;
}

export function useSaveWorkItem({ key, id }: ItemRef) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, edit }: { version: number; edit: Edit }) =>
      data(
        api.PATCH('/api/v1/projects/{key}/work-items/{id}', {
          params: { path: { key, id }, header: ifMatch(version) },
          body: edit,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['work-items'] }),
  });
}

/** The user stories below a feature. */
export function useChildren({ key, id }: ItemRef) {
  return usePages(['work-items', key, id, 'children'], (cursor) =>
    data(
      api.GET('/api/v1/projects/{key}/work-items', {
        params: {
          path: { key },
          query: { filter: { parent: id }, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
        },
        ...spread,
      }),
    ),
  );
}

export function usePipelines(key: string) {
  return useQuery({
    queryKey: ['pipelines', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/pipelines', { params: { path: { key } } })),
    select: (page) => page.items,
  });
}

/** Archived ones too: an item may still be in one. */
export function useReleases(key: string) {
  return useQuery({
    queryKey: ['release-versions', key, 'all'],
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/release-versions', { params: { path: { key }, query: { archived: true } } })),
    select: (page) => page.items,
  });
}

/** What the other side is called, such as its product name; undefined while that is being asked. */
export function useExternalSystem(key: string, integrationId: string | undefined): string | undefined {
  const connectors = useConnectors();
  const { data: integration } = useQuery({
    queryKey: ['integrations', key, integrationId],
    queryFn: () =>
      data(
        api.GET('/api/v1/projects/{key}/alm-integrations/{id}', {
          params: { path: { key, id: integrationId ?? '' } },
        }),
      ),
    enabled: integrationId !== undefined,
  });
  return connectors.data?.find((each) => each.id === integration?.externalSystem)?.displayName;
}

export function useConnectors() {
  return useQuery({
    queryKey: ['connectors'],
    queryFn: () => data(api.GET('/api/v1/connectors')),
    select: (page) => page.items,
    staleTime: 5 * 60_000,
  });
}

export function useEnvironments(key: string) {
  return useQuery({
    queryKey: ['environments', 'of-project', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/environments', { params: { path: { key } } })),
    select: (page) => page.items,
  });
}

export function useValidations({ key, id }: ItemRef) {
  return useQuery({
    queryKey: ['validations', key, id],
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/work-items/{id}/validations', { params: { path: { key, id } } })),
    select: (page) => page.items,
    // The hint of the live connection comes sooner; this is for when there is none.
    refetchInterval: ({ state }) => (state.data?.items[0]?.state === 'RUNNING' ? 3_000 : false),
  });
}

export function useValidate({ key, id }: ItemRef) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/v1/projects/{key}/work-items/{id}/validations', {
          params: { path: { key, id } },
          body: {},
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['validations', key, id] }),
  });
}

export function useRuns({ key, id }: ItemRef) {
  return usePages(['runs', 'of-item', key, id], (cursor) =>
    data(
      api.GET('/api/v1/runs', {
        params: { query: { project: key, workItem: id, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function useAudit({ key, id }: ItemRef) {
  return usePages(['audit', key, id], (cursor) =>
    data(
      api.GET('/api/v1/projects/{key}/audit', {
        params: {
          path: { key },
          query: { subject: `work-item/${id}`, limit: 50, ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    ),
  );
}

/** Who edited the item last, for the one whose save came too late. */
export async function readLastEditor({ key, id }: ItemRef): Promise<{ name: string; at: string } | undefined> {
  const page = await data(
    api.GET('/api/v1/projects/{key}/audit', {
      params: { path: { key }, query: { subject: `work-item/${id}`, action: 'work-item-edited', limit: 1 } },
    }),
  );
  const entry = page.items[0];
  return entry === undefined ? undefined : { name: entry.actor.name, at: entry.at };
}
