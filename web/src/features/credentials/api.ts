import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';

export type Credential = Schema<'CredentialView'>;
export type CredentialType = Credential['type'];
export type Scope = Credential['scope'];
export type Input = Schema<'CredentialInput'>;
export type Probe = Schema<'CheckReportProbe'>;

export interface Filter {
  type: string;
  scope: string;
  search: string;
}

/** The server asks for three characters of a search. */
export function useCredentials({ type, scope, search }: Filter) {
  const q = search.trim().length >= 3 ? search.trim() : '';
  return usePages(['credentials', type, scope, q], (cursor) =>
    data(
      api.GET('/api/v1/credentials', {
        params: {
          query: {
            ...(type === '' ? {} : { type }),
            ...(scope === '' ? {} : { scope }),
            ...(q === '' ? {} : { q }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
}

export function useSaveCredential(before: Credential | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Input) => {
      if (before === undefined) {
        return data(api.POST('/api/v1/credentials', { body }));
      }
      const params = { path: { id: before.id }, header: ifMatch(before.version) };
      return data(api.PATCH('/api/v1/credentials/{id}', { params, body }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['credentials'] }),
  });
}

export function useDeleteCredential() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => data(api.DELETE('/api/v1/credentials/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['credentials'] }),
  });
}

export function useCheckCredential() {
  return useMutation({
    mutationFn: (id: string) => data(api.POST('/api/v1/credentials/{id}/check', { params: { path: { id } } })),
  });
}
