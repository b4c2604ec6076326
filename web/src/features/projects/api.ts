import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';

export type Project = Schema<'ProjectResponse'>;
export type NewProject = Required<Schema<'NewProjectRequest'>>;

export function useProjects(withArchived: boolean) {
  return usePages(['projects', 'list', withArchived], (cursor) =>
    data(
      api.GET('/api/v1/projects', {
        params: { query: { ...(withArchived ? {} : { archived: false }), ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
}

export function useCreateProject() {
  return useProjectChange((project: NewProject) => data(api.POST('/api/v1/projects', { body: project })));
}

export function useArchiveProject() {
  return useProjectChange(({ key, archived }: Project) =>
    data(
      archived
        ? api.POST('/api/v1/projects/{key}/restore', { params: { path: { key } } })
        : api.POST('/api/v1/projects/{key}/archive', { params: { path: { key } } }),
    ),
  );
}

function useProjectChange<Input>(change: (input: Input) => Promise<Project>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects'] }),
  });
}
