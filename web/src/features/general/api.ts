import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../lib/api/client';

export type Project = Schema<'ProjectResponse'>;
type Change = Schema<'ProjectChangeRequest'>;

export function readProject(key: string): Promise<Project> {
  return data(api.GET('/api/v1/projects/{key}', { params: { path: { key } } }));
}

export function useChangeProject(key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, body }: { version: number; body: Change }) =>
      data(api.PATCH('/api/v1/projects/{key}', { params: { path: { key }, header: ifMatch(version) }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects'] }),
  });
}

/** Those that can be the project's default. */
export function usePipelines(key: string) {
  return useQuery({
    queryKey: ['pipelines', key, 'names'],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/pipelines', { params: { path: { key } } })),
  });
}
