import type { Action, Bypass, Run, Task } from '../api';

const open = new Set(['WAITING', 'REFUSED', 'BROKEN']);

/** What one person asked for on this task and a second has to confirm. */
export function pendingOf(run: Run, task: Task): Bypass[] {
  return run.bypasses.filter(
    (each) => each.taskId === task.id && each.confirmedBy == null && open.has(task.state) && isOfThisAttempt(each, task),
  );
}

/** The call that confirms it. */
export function actionOf(bypass: Bypass): Action | undefined {
  const word = bypass.action.startsWith('override') ? 'retry' : bypass.action;
  return word === 'retry' || word === 'skip' || word === 'mark-done' ? word : undefined;
}

/** An override may have been asked for before the task began, when it was promoted. */
function isOfThisAttempt(bypass: Bypass, task: Task): boolean {
  if (bypass.action === 'override' && task.asks?.override === true) {
    return true;
  }
  return task.startedAt != null && Date.parse(bypass.at) >= Date.parse(task.startedAt);
}
