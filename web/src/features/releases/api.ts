import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../lib/api/client';

export type Release = Schema<'ReleaseVersionResource'>;
export type ReleaseChange = Schema<'ReleaseVersionChange'>;
export type NewRelease = Schema<'NewReleaseVersion'>;

export function useReleases(key: string, withArchived: boolean) {
  return useQuery({
    queryKey: ['release-versions', key, 'list', withArchived],
    queryFn: () =>
      data(
        api.GET('/api/v1/projects/{key}/release-versions', {
          params: { path: { key }, query: { archived: withArchived } },
        }),
      ),
    select: (page) => page.items,
  });
}

export function readRelease(key: string, id: string): Promise<Release> {
  return data(api.GET('/api/v1/projects/{key}/release-versions/{id}', { params: { path: { key, id } } }));
}

export function useCreateRelease(key: string) {
  return useChange((body: NewRelease) =>
    data(api.POST('/api/v1/projects/{key}/release-versions', { params: { path: { key } }, body })),
  );
}

export function useChangeRelease(key: string) {
  return useChange(({ id, version, change }: { id: string; version: number; change: ReleaseChange }) =>
    data(
      api.PATCH('/api/v1/projects/{key}/release-versions/{id}', {
        params: { path: { key, id }, header: ifMatch(version) },
        body: change,
      }),
    ),
  );
}

export function useDescope(key: string, id: string) {
  return useChange((body: { workItemId: string; reason: string }) =>
    data(api.POST('/api/v1/projects/{key}/release-versions/{id}/descopes', { params: { path: { key, id } }, body })),
  );
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['release-versions'] }),
        queries.invalidateQueries({ queryKey: ['work-items'] }),
      ]),
  });
}

export type Overview = Schema<'ReleaseOverview'>;
export type ReleaseItem = Overview['items'][number];
export type Promoted = Schema<'ReleaseDeskPromoted'>;

export function useRelease(key: string, id: string) {
  return useQuery({ queryKey: ['release-versions', key, id], queryFn: () => readRelease(key, id) });
}

/** Asks the gates of every item live; read again when an item changes. */
export function useOverview(key: string, id: string) {
  return useQuery({
    queryKey: ['release-versions', key, id, 'overview'],
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/release-versions/{id}/overview', { params: { path: { key, id } } })),
  });
}

type Wish = Schema<'ItemOrder'>;

export function usePromoteAll(key: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (items: Wish[]) =>
      data(
        api.POST('/api/v1/projects/{key}/release-versions/{id}/promotions', {
          params: { path: { key, id } },
          body: { items },
        }),
      ),
    onSuccess: () =>
      Promise.all(
        ['release-versions', 'runs', 'work-items', 'inbox'].map((topic) =>
          queries.invalidateQueries({ queryKey: [topic] }),
        ),
      ),
  });
}

export type Package = Schema<'PackageResource'>;

export function usePackages(key: string, withArchived = false) {
  return useQuery({
    queryKey: ['release-packages', key, 'list', withArchived],
    queryFn: () =>
      data(
        api.GET('/api/v1/projects/{key}/release-packages', {
          params: { path: { key }, query: { archived: withArchived } },
        }),
      ),
    select: (page) => page.items,
  });
}

export function useCreatePackage(key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'NewReleasePackage'>) =>
      data(api.POST('/api/v1/projects/{key}/release-packages', { params: { path: { key } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['release-packages'] }),
  });
}

export function usePipelines(key: string) {
  return useQuery({
    queryKey: ['pipelines', key, 'names'],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/pipelines', { params: { path: { key } } })),
    select: (page) => page.items,
  });
}

export type Change = Schema<'ProductionChange'>;

/** What was brought to Production between two days, both included. */
export function useProductionChanges(key: string, period: { from: string; to: string }) {
  return useQuery({
    queryKey: ['runs', key, 'production-changes', period],
    queryFn: () =>
      data(
        api.GET('/api/v1/projects/{key}/production-changes', { params: { path: { key }, query: period } }),
      ),
    select: (page) => page.items,
  });
}

export type Bypassed = Schema<'Bypassed'>;

/** What was gone around between two days, both included. */
export function useBypasses(key: string, period: { from: string; to: string }) {
  return useQuery({
    queryKey: ['runs', key, 'bypasses', period],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/bypasses', { params: { path: { key }, query: period } })),
    select: (page) => page.items,
  });
}
