import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';
import type { Project } from '../../lib/session';

export type Pipeline = Schema<'PipelineResource'>;
export type Version = Schema<'VersionResource'>;
export type Template = Schema<'PipelineTemplatesTemplate'>;

/** Pipelines are written as YAML; what is sent is the person's text. */
const asYaml = { bodySerializer: (text: string) => text, headers: { 'Content-Type': 'application/yaml' } };

export function usePipelines(key: string) {
  return usePages(['pipelines', key, 'list'], () =>
    data(api.GET('/api/v1/projects/{key}/pipelines', { params: { path: { key } } })),
  );
}

export function usePipeline(key: string, id: string) {
  return useQuery({ queryKey: ['pipelines', key, id], queryFn: () => readPipeline(key, id) });
}

function readPipeline(key: string, id: string): Promise<Pipeline> {
  const json = { Accept: 'application/json' };
  const read = api.GET('/api/v1/projects/{key}/pipelines/{id}', { params: { path: { key, id } }, headers: json });
  return data(read) as Promise<Pipeline>;
}

export function useVersions(key: string, id: string) {
  return usePages(['pipelines', key, id, 'versions'], () =>
    data(api.GET('/api/v1/projects/{key}/pipelines/{id}/versions', { params: { path: { key, id } } })),
  );
}

export function useSchema() {
  return useQuery({
    queryKey: ['pipelines', 'schema'],
    staleTime: Infinity,
    queryFn: async () => (await data(api.GET('/api/v1/pipelines/schema'))) as unknown as Readonly<Record<string, unknown>>,
  });
}

export function useTemplates() {
  return usePages(['pipelines', 'templates'], () => data(api.GET('/api/v1/pipelines/templates')));
}

export function useSavePipeline(key: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ text, version }: { text: string; version: number }) =>
      data(
        api.PUT('/api/v1/projects/{key}/pipelines/{id}', {
          params: { path: { key, id }, header: ifMatch(version) },
          body: text,
          ...asYaml,
        }),
      ),
    onSuccess: async (saved) => {
      queries.setQueryData(['pipelines', key, id], saved);
      await queries.invalidateQueries({ queryKey: ['pipelines', key] });
    },
  });
}

export function useCreatePipeline(key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      data(api.POST('/api/v1/projects/{key}/pipelines', { params: { path: { key } }, body: text, ...asYaml })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['pipelines', key] }),
  });
}

/** Items without a pipeline of their own go through the default. */
export function useSetDefault({ key, version }: Project) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (defaultPipelineId: string) =>
      data(
        api.PATCH('/api/v1/projects/{key}', {
          params: { path: { key }, header: ifMatch(version) },
          body: { defaultPipelineId },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects'] }),
  });
}

/** Open runs by pipeline: they stay on their version when it changes. */
export function useOpenRuns(key: string) {
  return useQuery({
    queryKey: ['runs', key, 'open-by-pipeline'],
    queryFn: async () => {
      const pages = await Promise.all(
        ['RUNNING', 'WAITING', 'FAILED'].map((state) =>
          data(api.GET('/api/v1/runs', { params: { query: { project: key, state, limit: 500 } } })),
        ),
      );
      return pages.flatMap((page) => page.items).map(({ id, workItemId, pipeline }) => ({ id, workItemId, pipeline }));
    },
  });
}

/** What task forms suggest, by the name of the parameter. */
export function useNames(key: string): Readonly<Record<string, readonly string[]>> {
  const { data: names } = useQuery({
    queryKey: ['environments', key, 'names-for-pipelines'],
    queryFn: async () => {
      const path = { params: { path: { key } } };
      const [environments, members] = await Promise.all([
        data(api.GET('/api/v1/projects/{key}/environments', path)),
        data(api.GET('/api/v1/projects/{key}/members', path)),
      ]);
      const roles = new Set(members.items.flatMap((each) => each.roles));
      const people = [...[...roles].map((role) => `role:${role}`), ...members.items.map((each) => `user:${each.name}`)];
      return { environment: environments.items.map((each) => each.name), by: people, to: people, onDuty: people };
    },
  });
  return names ?? {};
}
