import type { Schema } from '../lib/api/client';

type Run = Schema<'RunView'>;
type Task = Schema<'RunViewTaskView'>;

export function task(changes: Partial<Task> = {}): Task {
  return {
    id: 't1',
    name: 'approve QA',
    kind: 'approve',
    state: 'WAITING',
    attempt: 1,
    waitingFor: 'approval',
    assignees: ['role:release-manager'],
    startedAt: '2026-11-22T21:00:00Z',
    endedAt: null,
    message: 'Waits for the approval of role:release-manager.',
    decisions: [],
    evidence: [],
    actions: [],
    ...changes,
  };
}

/** A run whose stage QA has these tasks; PROD has not begun. */
export function run(tasks: Task[], changes: Partial<Run> = {}): Run {
  const later = task({ id: 't9', name: 'deploy PROD', kind: 'deploy', state: 'READY', startedAt: null, message: '' });
  return {
    id: 'r1',
    project: 'BHA',
    workItemId: 'BHA-5',
    items: [{ workItemId: 'BHA-5', candidate: 1 }],
    pipeline: { id: 'p1', version: 1 },
    candidate: 1,
    candidateDigest: 'b950d3bcc7b4',
    deliverables: [],
    state: 'WAITING',
    stage: 'QA',
    startedBy: 'dora',
    startedAt: '2026-11-22T20:59:00Z',
    endedAt: null,
    actions: [],
    stages: [
      { name: 'QA', state: 'WAITING', tasks },
      { name: 'PROD', state: 'READY', tasks: [later] },
    ],
    bypasses: [],
    changeType: 'NORMAL',
    ...changes,
  };
}

export function summary(changes: Partial<Schema<'RunSummary'>> = {}): Schema<'RunSummary'> {
  return {
    id: 'r1',
    project: 'BHA',
    workItemId: 'BHA-5',
    title: 'Dunning by customer segment',
    workItemIds: ['BHA-5'],
    pipeline: { id: 'p1', version: 1 },
    candidate: 1,
    state: 'WAITING',
    stage: 'QA',
    startedBy: 'dora',
    startedAt: '2026-11-22T20:59:00Z',
    endedAt: null,
    changeType: 'NORMAL',
    ...changes,
  };
}

export function inboxItem(changes: Partial<Schema<'MyTasksItem'>> = {}): Schema<'MyTasksItem'> {
  return {
    reason: 'approval',
    project: 'BHA',
    workItemId: 'BHA-5',
    title: 'Dunning by customer segment',
    runId: 'r1',
    taskId: 't1',
    stage: 'QA',
    name: 'approve QA',
    message: 'Waits for the approval of role:release-manager.',
    since: '2026-11-22T21:00:00Z',
    actions: ['approve', 'reject'],
    behalf: null,
    changeType: 'NORMAL',
    ...changes,
  };
}
