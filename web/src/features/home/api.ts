import { useQuery } from '@tanstack/react-query';
import { api, data, type Schema } from '../../lib/api/client';

export type RunSummary = Schema<'RunSummary'>;
export type Sync = Schema<'SyncView'>;

const shown = 5;

export function useRunsIn(project: string, state: 'RUNNING' | 'WAITING' | 'FAILED') {
  return useQuery({
    queryKey: ['runs', 'home', project, state],
    queryFn: () => data(api.GET('/api/v1/runs', { params: { query: { project, state, limit: shown } } })),
  });
}

export function useSyncs(key: string) {
  return useQuery({
    queryKey: ['syncs', 'home', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/syncs', { params: { path: { key }, query: { limit: shown } } })),
  });
}

/** What the first steps have left behind. Without the right to see a thing, its step is judged by the next. */
export function useSetUp(key: string, maySeeCredentials: boolean) {
  const path = { key };
  const integrations = useQuery({
    queryKey: ['alm-integrations', 'home', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/alm-integrations', { params: { path } })),
    refetchOnMount: 'always',
  });
  const credentials = useQuery({
    queryKey: ['credentials', 'home'],
    enabled: maySeeCredentials,
    queryFn: () =>
      data(api.GET('/api/v1/credentials', { params: { query: { type: 'sap-cloud-alm', limit: 1 } } })),
    refetchOnMount: 'always',
  });
  const environments = useQuery({
    queryKey: ['environments', 'home', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/environments', { params: { path } })),
    refetchOnMount: 'always',
  });
  const pipelines = useQuery({
    queryKey: ['pipelines', 'home', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/pipelines', { params: { path } })),
    refetchOnMount: 'always',
  });
  const runs = useQuery({
    queryKey: ['runs', 'home', key, 'any'],
    queryFn: () => data(api.GET('/api/v1/runs', { params: { query: { project: key, limit: 1 } } })),
  });
  return { integrations, credentials, environments, pipelines, runs };
}
