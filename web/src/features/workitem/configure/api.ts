import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, type Schema } from '../../../lib/api/client';

export type Parameter = Schema<'ParametersParameter'>;

export interface Place {
  key: string;
  environmentId: string;
  artifactId: string;
}

/** One environment's view of the artifact's parameters, read from the tenant. */
export function useParameters(key: string, artifactId: string, environmentIds: readonly string[]) {
  return useQueries({
    queries: environmentIds.map((environmentId) => ({
      queryKey: ['parameters', key, artifactId, environmentId],
      queryFn: () =>
        data(
          api.GET('/api/v1/projects/{key}/parameters', {
            params: { path: { key }, query: { environmentId, artifactId } },
          }),
        ),
    })),
  });
}

export function useLandscapes(key: string) {
  return useQuery({
    queryKey: ['landscapes', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/landscapes', { params: { path: { key } } })),
    select: (page) => page.items,
  });
}

/** Replaces all values that are kept for the artifact in one environment. */
export function useSaveParameters() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ place, items }: { place: Place; items: { key: string; value: string | null }[] }) =>
      data(
        api.PUT('/api/v1/projects/{key}/parameters', {
          params: {
            path: { key: place.key },
            query: { environmentId: place.environmentId, artifactId: place.artifactId },
          },
          body: { items },
        }),
      ),
    onSuccess: (page, { place }) =>
      queries.setQueryData(['parameters', place.key, place.artifactId, place.environmentId], page),
  });
}
