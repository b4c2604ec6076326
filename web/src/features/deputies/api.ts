import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, type Schema } from '../../lib/api/client';

export type Deputy = Schema<'DeputiesView'>;

export function useDeputies() {
  return useQuery({ queryKey: ['deputies'], queryFn: () => data(api.GET('/api/v1/deputies')) });
}

export function useNameDeputy() {
  return useChange((body: Schema<'DeputyRequest'>) => data(api.POST('/api/v1/deputies', { body })));
}

export function useEndDeputy() {
  return useChange((id: string) => data(api.DELETE('/api/v1/deputies/{id}', { params: { path: { id } } })));
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['deputies'] }),
  });
}
