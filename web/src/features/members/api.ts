import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, type Schema } from '../../lib/api/client';

export type Member = Schema<'MemberResponse'>;
export type UsedEnvironment = Schema<'UsedEnvironment'>;

/** In the order in which they are shown; the words are the API's. */
export const roles = ['project-admin', 'release-manager', 'developer', 'approver', 'viewer'] as const;
export type Role = (typeof roles)[number];

export function useMembers(key: string) {
  return useQuery({
    queryKey: ['members', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/members', { params: { path: { key } } })),
  });
}

/** Environments of the project, which deploy rights are given for. */
export function useProjectEnvironments(key: string) {
  return useQuery({
    queryKey: ['environments', 'of-project', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/environments', { params: { path: { key } } })),
  });
}

export function useUsers() {
  return useQuery({
    queryKey: ['users', 'all'],
    queryFn: () => data(api.GET('/api/v1/users', { params: { query: { limit: 500 } } })),
  });
}

export function usePutMember(key: string) {
  return useChange(({ user, roles, deployTo }: { user: string; roles: string[]; deployTo: string[] }) =>
    data(
      api.PUT('/api/v1/projects/{key}/members/{user}', {
        params: { path: { key, user } },
        body: { roles, deployTo },
      }),
    ),
  );
}

export function useRemoveMember(key: string) {
  return useChange((user: string) =>
    data(api.DELETE('/api/v1/projects/{key}/members/{user}', { params: { path: { key, user } } })),
  );
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['members'] }),
  });
}
