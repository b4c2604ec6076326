import type { Document } from 'yaml';
import { joinPrevious, leaveGroup, moveTask, remove } from './edits';
import type { Drawing, Path } from './source';

/** What can be done with a task or a parallel group by menu or keys. */
export type Move = 'up' | 'down' | 'left' | 'right' | 'join' | 'leave' | 'remove';

export interface Step {
  change: (document: Document) => void;
  /** Where it stands afterwards. */
  to: Path;
}

/** The change for a move; undefined when there is nowhere to go. */
export function stepFor(drawing: Drawing, path: Path, move: Move): Step | undefined {
  const list = path.slice(0, -1);
  const index = Number(path.at(-1));
  const isMember = path.at(-2) === 'parallel';
  const [, stage = 0] = path.map(Number);
  switch (move) {
    case 'up':
    case 'down':
      return vertical(drawing, path, move);
    case 'left':
    case 'right': {
      const target = drawing.stages[stage + (move === 'left' ? -1 : 1)];
      if (target === undefined || isMember) {
        return undefined;
      }
      const tasks = [...target.path, 'tasks'];
      const end = target.entries.length;
      return { change: (document) => moveTask(document, path, tasks, end), to: [...tasks, end] };
    }
    case 'join': {
      const previous = drawing.stages[stage]?.entries[index - 1];
      const isTask = drawing.stages[stage]?.entries[index]?.type === 'task';
      if (isMember || previous === undefined || !isTask) {
        return undefined;
      }
      const place = previous.type === 'group' ? previous.tasks.length : 1;
      return { change: (document) => joinPrevious(document, path), to: [...list, index - 1, 'parallel', place] };
    }
    case 'leave':
      return isMember
        ? { change: (document) => leaveGroup(document, path), to: [...path.slice(0, -3), Number(path.at(-3)) + 1] }
        : undefined;
    case 'remove':
      return { change: (document) => remove(document, path), to: [...list, Math.max(0, index - 1)] };
  }
}

function vertical(drawing: Drawing, path: Path, move: 'up' | 'down'): Step | undefined {
  const list = path.slice(0, -1);
  const index = Number(path.at(-1));
  const length = lengthOf(drawing, path);
  if (move === 'up' && index > 0) {
    return { change: (document) => moveTask(document, path, list, index - 1), to: [...list, index - 1] };
  }
  if (move === 'down' && index < length - 1) {
    return { change: (document) => moveTask(document, path, list, index + 2), to: [...list, index + 1] };
  }
  return undefined;
}

function lengthOf(drawing: Drawing, path: Path): number {
  const entries = drawing.stages[Number(path[1])]?.entries ?? [];
  const group = path.at(-2) === 'parallel' ? entries[Number(path[3])] : undefined;
  return group?.type === 'group' ? group.tasks.length : entries.length;
}
