import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';

export type Integration = Schema<'IntegrationView'>;
export type IntegrationInput = Schema<'IntegrationInput'>;
export type WriteBack = Schema<'WriteBacksWriteBackView'>;
export type Place = Schema<'AlmIntegrationsPlace'>;

export function useIntegrations(key: string) {
  return useQuery({
    queryKey: ['alm-integrations', key, 'list'],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/alm-integrations', { params: { path: { key } } })),
  });
}

export function useIntegration(key: string, id: string) {
  return useQuery({
    queryKey: ['alm-integrations', key, 'one', id],
    queryFn: () => readIntegration(key, id),
  });
}

export function readIntegration(key: string, id: string): Promise<Integration> {
  return data(api.GET('/api/v1/projects/{key}/alm-integrations/{id}', { params: { path: { key, id } } }));
}

/** Which projects of the external system the credential sees, read live. */
export function useExternalProjects(key: string, place: Place | null) {
  return useQuery({
    queryKey: ['external-projects', key, place],
    queryFn: () =>
      data(
        api.POST('/api/v1/projects/{key}/alm-integrations/external-projects', {
          params: { path: { key } },
          body: place ?? {},
        }),
      ),
    enabled: place !== null,
    retry: false,
    gcTime: 0,
  });
}

export function useAddIntegration(key: string) {
  return useChange((body: IntegrationInput) =>
    data(api.POST('/api/v1/projects/{key}/alm-integrations', { params: { path: { key } }, body })),
  );
}

interface Edit {
  id: string;
  version: number;
  changes: IntegrationInput;
}

export function useEditIntegration(key: string) {
  return useChange(({ id, version, changes }: Edit) =>
    data(
      api.PATCH('/api/v1/projects/{key}/alm-integrations/{id}', {
        params: { path: { key, id }, header: ifMatch(version) },
        body: changes,
      }),
    ),
  );
}

export function useRemoveIntegration(key: string) {
  return useChange((id: string) =>
    data(api.DELETE('/api/v1/projects/{key}/alm-integrations/{id}', { params: { path: { key, id } } })),
  );
}

export function useRenewHookToken(key: string) {
  return useChange((id: string) =>
    data(api.POST('/api/v1/projects/{key}/alm-integrations/{id}/hook-token', { params: { path: { key, id } } })),
  );
}

export type WriteBackState = WriteBack['state'];

export function useWriteBacks(key: string, id: string, state: WriteBackState | '') {
  return usePages(['write-backs', key, id, state], (cursor) =>
    data(
      api.GET('/api/v1/projects/{key}/alm-integrations/{id}/write-backs', {
        params: {
          path: { key, id },
          query: { ...(state === '' ? {} : { state }), ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    ),
  );
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['alm-integrations'] }),
  });
}
