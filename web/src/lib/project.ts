import { queryOptions } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { api, data } from './api/client';
import type { Project } from './session';

export function projectQuery(key: string) {
  return queryOptions({
    queryKey: ['projects', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}', { params: { path: { key } } })),
  });
}

/** The project that the screen stands in. */
export function useProject(): Project {
  return useOutletContext<Project>();
}
