import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, type Schema } from '../../lib/api/client';

export type Token = Schema<'TokensView'>;
export type NewToken = Schema<'NewTokenResponse'>;

export function useTokens() {
  return useQuery({ queryKey: ['tokens'], queryFn: () => data(api.GET('/api/v1/tokens')) });
}

export function useCreateToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'TokenRequest'>) => data(api.POST('/api/v1/tokens', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
}

export function useRevokeToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => data(api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
}

export function stateOf(token: Token): string {
  if (token.revokedAt != null) {
    return 'REVOKED';
  }
  return Date.parse(token.expiresAt) <= Date.now() ? 'EXPIRED' : 'ACTIVE';
}
