import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, type Schema } from '../../lib/api/client';

export type UsedEnvironment = Schema<'UsedEnvironment'>;
export type Landscape = Schema<'Landscape'>;

export function useUsedEnvironments(key: string) {
  return useQuery({
    queryKey: ['environments', 'of-project', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/environments', { params: { path: { key } } })),
  });
}

/** All of the server, to choose from. */
export function useAllEnvironments() {
  return useQuery({
    queryKey: ['environments', 'all'],
    queryFn: () => data(api.GET('/api/v1/environments', { params: { query: { limit: 500 } } })),
  });
}

export function useLandscapes(key: string) {
  return useQuery({
    queryKey: ['landscapes', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/landscapes', { params: { path: { key } } })),
  });
}

export function useEnvironmentUse(key: string) {
  return useChange(({ id, source }: { id: string; source: boolean }) =>
    data(api.PUT('/api/v1/projects/{key}/environments/{id}', { params: { path: { key, id } }, body: { source } })),
  );
}

export function useDropEnvironment(key: string) {
  return useChange((id: string) =>
    data(api.DELETE('/api/v1/projects/{key}/environments/{id}', { params: { path: { key, id } } })),
  );
}

export function useArrange(key: string) {
  return useChange((items: Landscape[]) =>
    data(api.PUT('/api/v1/projects/{key}/landscapes', { params: { path: { key } }, body: { items } })),
  );
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['environments'] }),
        queries.invalidateQueries({ queryKey: ['landscapes'] }),
      ]),
  });
}
