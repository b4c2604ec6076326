import { useCallback } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { permissions, type Permission } from '../api/gen/permissions';
import { api, data, type Schema } from './api/client';

export type { Permission };
export type User = Schema<'UserResponse'>;
export type Project = Schema<'ProjectResponse'>;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => data(api.GET('/api/v1/session')),
  staleTime: 5 * 60_000,
});

/** The projects that this person can see, for the switcher and for {@link useMay}. */
export const myProjectsQuery = queryOptions({
  queryKey: ['projects', 'mine'],
  queryFn: () => data(api.GET('/api/v1/projects', { params: { query: { limit: 500, archived: false } } })),
  select: (page): Project[] => page.items,
});

/** Why it is not known who is signed in: the server cannot be reached. */
export function useSessionProblem() {
  const { error, refetch } = useQuery(sessionQuery);
  return { problem: error, retry: () => void refetch() };
}

/** Who is signed in; null when nobody, undefined while that is being asked. */
export function useUser(): User | null | undefined {
  const { data: session } = useQuery(sessionQuery);
  return session === undefined ? undefined : (session.user ?? null);
}

export type May = (permission: Permission, projectKey?: string) => boolean;

/**
 * What this person may do, as the server's own table says: `may('SYNC', key)`. For the page to leave out what
 * would be refused; the server decides.
 */
export function useMay(): May {
  const user = useUser();
  const { data: projects } = useQuery({ ...myProjectsQuery, enabled: user != null });
  return useCallback(
    (permission, projectKey) => {
      if (user == null) {
        return permission === 'ANYONE';
      }
      if (permission === 'ANYONE' || permission === 'SIGNED_IN') {
        return true;
      }
      const { server, project }: { server: readonly string[]; project: readonly string[] } = permissions[permission];
      const mine = (projects ?? []).filter((each) => projectKey === undefined || each.key === projectKey);
      return (
        user.roles.some((role) => server.includes(role)) ||
        mine.some((each) => each.roles.some((role) => project.includes(role)))
      );
    },
    [user, projects],
  );
}
