import { useTexts } from '../../../lib/i18n/texts';
import { stepFor, type Move } from '../model/moves';
import { titleOf } from '../model/schema';
import { isWithin, type TaskBox } from '../model/source';
import { texts } from '../texts';
import { ActionMenu } from './ActionMenu';
import { idOf } from './boxId';
import { FlawText } from './FlawText';
import type { Surroundings } from './Stage';
import { summary } from './summary';

const keys: Readonly<Record<string, Move>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

interface Props extends Surroundings {
  task: TaskBox;
}

/** The box of one task: kind, name and what it is told; Enter edits, Alt and arrows move, Delete removes. */
export function Task({ task, drawing, kinds, flaws, actions, onShow }: Props) {
  const t = useTexts(texts);
  const { path, name, kind } = task;
  const own = flaws.filter((each) => isWithin(each.path, path));
  const title = kinds.find((each) => each.kind === kind)?.title ?? (kind === undefined ? t('noKind') : titleOf(kind));
  const can = (move: Move) => stepFor(drawing, path, move) !== undefined;
  const moveItem = (move: Move, text: string, shortcut?: string) =>
    can(move) && {
      text,
      run: () => actions?.onMove(path, move),
      ...(shortcut === undefined ? {} : { keys: shortcut }),
    };

  function press(event: React.KeyboardEvent) {
    const move = event.key === 'Delete' ? 'remove' : event.altKey ? keys[event.key] : undefined;
    if (move !== undefined && actions !== undefined) {
      event.preventDefault();
      actions.onMove(path, move);
    }
  }

  return (
    <div className="ty-pipe-task" data-broken={own.length > 0}>
      <button
        id={idOf(path)}
        type="button"
        className="ty-pipe-task-main"
        onFocus={() => onShow(path)}
        onKeyDown={press}
        onClick={() => (actions === undefined ? onShow(path) : actions.onOpen(task))}
      >
        <span className="ty-pipe-task-title">{name ?? title}</span>
        {name !== undefined && <span className="ty-pipe-task-kind">{title}</span>}
        {summary(task.parameters, task.name).map((each) => (
          <span key={each} className="ty-pipe-task-parameter">
            {each}
          </span>
        ))}
        <FlawText flaws={own} />
      </button>
      {actions !== undefined && (
        <ActionMenu
          id={`${idOf(path)}-menu`}
          label={t('taskActions', { name: name ?? title })}
          items={[
            { text: t('editTask'), run: () => actions.onOpen(task) },
            moveItem('up', t('moveUp'), 'Alt+↑'),
            moveItem('down', t('moveDown'), 'Alt+↓'),
            moveItem('left', t('moveToPrevious'), 'Alt+←'),
            moveItem('right', t('moveToNext'), 'Alt+→'),
            moveItem('join', t('joinPrevious')),
            moveItem('leave', t('leaveGroup')),
            moveItem('remove', t('removeTask'), t('deleteKey')),
          ]}
        />
      )}
    </div>
  );
}
