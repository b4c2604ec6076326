import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../../lib/api/client';
import type { ChangeType } from '../plan/api';

export type Package = Schema<'PackageResource'>;
export type PackageChange = Schema<'ReleasePackageChange'>;

export function usePackage(key: string, id: string) {
  return useQuery({
    queryKey: ['release-packages', key, id],
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/release-packages/{id}', { params: { path: { key, id } } })),
  });
}

/** What Promote would do with the package now; asked for again by `refetch` only, as an item's plan. */
export function usePackagePlan(key: string, id: string, version: number, changeType: ChangeType | null) {
  return useQuery({
    queryKey: ['promotion-plan', key, 'package', id, version, changeType],
    queryFn: () =>
      data(
        api.GET('/api/v1/projects/{key}/release-packages/{id}/promotion-plan', {
          params: { path: { key, id }, query: changeType === null ? {} : { changeType } },
        }),
      ),
    placeholderData: (before, query) => (query?.queryKey[3] === id ? before : undefined),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
  });
}

export function useChangePackage(key: string, { id, version }: Package) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: PackageChange) =>
      data(
        api.PATCH('/api/v1/projects/{key}/release-packages/{id}', {
          params: { path: { key, id }, header: ifMatch(version) },
          body: change,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['release-packages'] }),
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
