import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';

export type User = Schema<'UserResponse'>;
export type Alias = Schema<'AliasBody'>;

/** Roles of the whole server; those in a project are given in its settings. */
export const serverRoles = ['admin', 'auditor'] as const;

export interface UserInput {
  name: string;
  displayName: string;
  email: string;
  password: string;
  roles: string[];
  aliases: Alias[];
}

/** The server asks for three characters of a search. */
export function useUsers(search: string) {
  const q = search.trim().length >= 3 ? search.trim() : '';
  return usePages(['users', q], (cursor) =>
    data(
      api.GET('/api/v1/users', {
        params: { query: { ...(q === '' ? {} : { q }), ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function useSaveUser(before: User | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, password, email, ...rest }: UserInput) => {
      const body = { ...rest, email: email === '' ? null : email, ...(password === '' ? {} : { password }) };
      if (before === undefined) {
        return data(api.POST('/api/v1/users', { body: { name, ...body } }));
      }
      const params = { path: { id: before.id }, header: ifMatch(before.version) };
      return data(api.PATCH('/api/v1/users/{id}', { params, body }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  });
}

export function useLockUser() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, locked }: User) =>
      data(
        locked
          ? api.POST('/api/v1/users/{id}/unlock', { params: { path: { id } } })
          : api.POST('/api/v1/users/{id}/lock', { params: { path: { id } } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  });
}
