import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';
import { asProblem } from '../../lib/api/problem';

export type Run = Schema<'RunView'>;
export type RunSummary = Schema<'RunSummary'>;
export type Stage = Schema<'RunViewStageView'>;
export type Task = Schema<'RunViewTaskView'>;
export type Bypass = Schema<'RunViewBypassView'>;
export type Move = Schema<'HistoryStoreChange'>;
export type Document = Schema<'RunViewEvidenceLink'>;
export type Order = Schema<'ActionOrder'>;

/** Last path words of a task's calls, as they stand in its `actions`. */
export const actions = ['approve', 'reject', 'complete', 'retry', 'mark-done', 'skip', 'roll-back'] as const;
export type Action = (typeof actions)[number];

export interface RunFilter {
  state?: string | undefined;
  workItem?: string | undefined;
}

export function useRuns(project: string, { state, workItem }: RunFilter) {
  return usePages(['runs', 'list', project, state, workItem], (cursor) =>
    data(
      api.GET('/api/v1/runs', {
        params: {
          query: {
            project,
            ...(state === undefined ? {} : { state }),
            ...(workItem === undefined ? {} : { workItem }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
}

function runQuery(id: string) {
  return queryOptions({
    queryKey: ['runs', 'one', id],
    queryFn: () => data(api.GET('/api/v1/runs/{id}', { params: { path: { id } } })),
  });
}

export function useRun(id: string) {
  return useQuery(runQuery(id));
}

/** How its tasks moved, in that order. */
export function useHistory(id: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['runs', 'history', id],
    enabled: isWanted,
    queryFn: () => data(api.GET('/api/v1/runs/{id}/history', { params: { path: { id } } })),
    select: (page) => page.items,
  });
}

/** The work item that a run carries, for its title. */
export function useWorkItem(key: string, id: string | undefined) {
  return useQuery({
    queryKey: ['work-items', key, id],
    enabled: id !== undefined,
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/work-items/{id}', { params: { path: { key, id: id ?? '' } } })),
  });
}

/** What would change where, asked live from the systems; may take a second. A package has a plan of its own. */
export function usePlan(run: Run, isWanted: boolean) {
  const { project: key, workItemId, releasePackage } = run;
  return useQuery({
    queryKey: ['runs', 'plan', key, releasePackage?.id ?? workItemId],
    enabled: isWanted,
    queryFn: () =>
      releasePackage == null
        ? data(
            api.GET('/api/v1/projects/{key}/work-items/{id}/promotion-plan', {
              params: { path: { key, id: workItemId } },
            }),
          )
        : data(
            api.GET('/api/v1/projects/{key}/release-packages/{id}/promotion-plan', {
              params: { path: { key, id: releasePackage.id } },
            }),
          ),
  });
}

export interface Asked {
  run: string;
  task: string;
  action: Action;
  order: Order;
}

export type Outcome = 'done' | 'second-person-needed';

/** Does it. That a second person is needed is no failure: the wish is recorded and shown on the task. */
export function useAct() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ run, task, action, order }: Asked): Promise<Outcome> => {
      try {
        const answer = await act({ run, task, action, order });
        queries.setQueryData(runQuery(run).queryKey, answer);
        return 'done';
      } catch (thrown) {
        if (asProblem(thrown).code !== 'second-person-needed') {
          throw thrown;
        }
        return 'second-person-needed';
      } finally {
        void queries.invalidateQueries({ queryKey: ['runs'] });
        void queries.invalidateQueries({ queryKey: ['inbox'] });
      }
    },
  });
}

function act({ run, task, action, order }: Asked): Promise<Run> {
  const call = { params: { path: { id: run, taskId: task } }, body: order };
  switch (action) {
    case 'approve':
      return data(api.POST('/api/v1/runs/{id}/tasks/{taskId}/approve', call));
    case 'reject':
      return data(api.POST('/api/v1/runs/{id}/tasks/{taskId}/reject', call));
    case 'complete':
      return data(api.POST('/api/v1/runs/{id}/tasks/{taskId}/complete', call));
    case 'retry':
      return data(api.POST('/api/v1/runs/{id}/tasks/{taskId}/retry', call));
    case 'mark-done':
      return data(api.POST('/api/v1/runs/{id}/tasks/{taskId}/mark-done', call));
    case 'skip':
      return data(api.POST('/api/v1/runs/{id}/tasks/{taskId}/skip', call));
    case 'roll-back':
      return data(api.POST('/api/v1/runs/{id}/tasks/{taskId}/roll-back', call));
  }
}

export function useAbort() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ run, reason }: { run: string; reason: string }) =>
      data(api.POST('/api/v1/runs/{id}/abort', { params: { path: { id: run } }, body: { reason } })),
    onSuccess: (answer) => {
      queries.setQueryData(runQuery(answer.id).queryKey, answer);
      return queries.invalidateQueries({ queryKey: ['runs'] });
    },
  });
}

/** The text of an evidence document; it never changes. */
export function useDocument(id: string, documentId: string) {
  return useQuery({
    queryKey: ['documents', id, documentId],
    staleTime: Infinity,
    queryFn: () =>
      data<string>(
        api.GET('/api/v1/runs/{id}/documents/{documentId}', {
          params: { path: { id, documentId } },
          parseAs: 'text',
        }),
      ),
  });
}
