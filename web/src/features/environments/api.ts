import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';

export type Environment = Schema<'EnvironmentDetails'>;
export type EnvironmentInput = Schema<'EnvironmentInput'>;
export type EnvironmentType = Environment['type'];

export interface Filter {
  connector: string;
  type: EnvironmentType | '';
}

export function useEnvironments({ connector, type }: Filter) {
  return usePages(['environments', 'list', connector, type], (cursor) =>
    data(
      api.GET('/api/v1/environments', {
        params: {
          query: {
            ...(connector === '' ? {} : { connector }),
            ...(type === '' ? {} : { type }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
}

/** With where it is used. */
export function useEnvironment(id: string) {
  return useQuery({ queryKey: ['environments', 'one', id], queryFn: () => readEnvironment(id) });
}

export type Place = Schema<'EnvironmentQueuePlace'>;

/** Who deploys there now and who waits; its topic is the runs', which change it. */
export function useQueue(id: string) {
  return useQuery({
    queryKey: ['runs', 'queue', id],
    queryFn: () => data(api.GET('/api/v1/environments/{id}/queue', { params: { path: { id } } })),
  });
}

export function readEnvironment(id: string): Promise<Environment> {
  return data(api.GET('/api/v1/environments/{id}', { params: { path: { id } } }));
}

export function useRegister() {
  return useChange((body: EnvironmentInput) => data(api.POST('/api/v1/environments', { body })));
}

interface Edit {
  id: string;
  version: number;
  changes: EnvironmentInput;
}

export function useEditEnvironment() {
  return useChange(({ id, version, changes }: Edit) =>
    data(
      api.PATCH('/api/v1/environments/{id}', {
        params: { path: { id }, header: ifMatch(version) },
        body: changes,
      }),
    ),
  );
}

export function useRemoveEnvironment() {
  return useChange((id: string) => data(api.DELETE('/api/v1/environments/{id}', { params: { path: { id } } })));
}

/** Asks the system itself, anew each time it is shown. */
export function useCheck(id: string) {
  return useQuery({
    queryKey: ['environment-check', id],
    queryFn: () => data(api.POST('/api/v1/environments/{id}/check', { params: { path: { id } } })),
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
  });
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['environments'] }),
  });
}
