import { useState } from 'react';
import '@ui5/webcomponents-icons/dist/overflow.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { Title } from '@ui5/webcomponents-react/Title';
import { useTexts } from '../../../lib/i18n/texts';
import { moveStage, remove } from '../model/edits';
import type { TaskKind } from '../model/schema';
import { isWithin, type Drawing, type Entry, type Flaw, type Path, type StageColumn } from '../model/source';
import { texts } from '../texts';
import { idOf } from './boxId';
import { ActionMenu } from './ActionMenu';
import { FlawText } from './FlawText';
import type { PictureActions } from './Picture';
import { Task } from './Task';

export interface Surroundings {
  drawing: Drawing;
  kinds: readonly TaskKind[];
  flaws: readonly Flaw[];
  actions: PictureActions | undefined;
  onShow: (path: Path) => void;
}

interface Props extends Surroundings {
  stage: StageColumn;
  index: number;
  count: number;
}

/** One column. */
export function Stage({ stage, index, count, ...around }: Props) {
  const t = useTexts(texts);
  const { actions, flaws } = around;
  const { path, name, entries } = stage;
  const own = flaws.filter((each) => isWithin(each.path, path) && !entries.some((entry) => isWithin(each.path, entry.path)));
  const end = [...path, 'tasks'];
  return (
    <section aria-labelledby={`${idOf(path)}-title`}>
      <header className="ty-pipe-stage-head">
        <Title id={`${idOf(path)}-title`} level="H2" size="H6" wrappingType="Normal">
          {name === '' ? t('unnamed') : name}
        </Title>
        {actions !== undefined && (
          <ActionMenu
            id={idOf(path)}
            label={t('stageActions', { name })}
            items={[
              { text: t('renameStage'), run: () => actions.onRename(path, name) },
              index > 0 && {
                text: t('moveLeft'),
                run: () => actions.onStage((document) => moveStage(document, index, index - 1), ['stages', index - 1]),
              },
              index < count - 1 && {
                text: t('moveRight'),
                run: () => actions.onStage((document) => moveStage(document, index, index + 1), ['stages', index + 1]),
              },
              {
                text: t('removeStage'),
                run: () => actions.onStage((document) => remove(document, path), ['stages', Math.max(0, index - 1)]),
              },
            ]}
          />
        )}
      </header>
      <FlawText flaws={own} />
      <ol className="ty-pipe-entries">
        {entries.map((entry, position) => (
          <Slot key={position} path={entry.path} accepts="any" actions={actions}>
            <Box entry={entry} {...around} />
          </Slot>
        ))}
        {actions !== undefined && (
          <Slot path={[...end, entries.length]} accepts="any" actions={actions}>
            <Button icon="add" design="Transparent" accessibleName={t('addTaskTo', { stage: name })} onClick={() => actions.onAdd(path, name)}>
              {t('addTask')}
            </Button>
          </Slot>
        )}
      </ol>
    </section>
  );
}

function Box({ entry, ...around }: { entry: Entry } & Surroundings) {
  const t = useTexts(texts);
  if (entry.type === 'task') {
    return <Task task={entry} {...around} />;
  }
  const own = around.flaws.filter(
    (each) => isWithin(each.path, entry.path) && !entry.tasks.some((task) => isWithin(each.path, task.path)),
  );
  return (
    <div className="ty-pipe-group" role="group" aria-label={t('inParallel')}>
      <div className="ty-pipe-group-head">{t('inParallel')}</div>
      <FlawText flaws={own} />
      <ol className="ty-pipe-entries">
        {entry.tasks.map((task, position) => (
          <Slot key={position} path={task.path} accepts="task" actions={around.actions}>
            <Task task={task} {...around} />
          </Slot>
        ))}
      </ol>
    </div>
  );
}

interface SlotProps {
  path: Path;
  /** A parallel group takes no groups. */
  accepts: 'any' | 'task';
  actions: PictureActions | undefined;
  children: React.ReactNode;
}

const dragType = 'application/x-tyto-task';

/** A place in a list: its box can be dragged, and others dropped before it. Moving by keys and menu does the same. */
function Slot({ path, accepts, actions, children }: SlotProps) {
  const [isOver, setIsOver] = useState(false);
  if (actions === undefined) {
    return <li>{children}</li>;
  }
  return (
    // The same moves stand in each box's menu and on its keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      draggable
      data-over={isOver}
      onDragStart={(event) => {
        event.stopPropagation();
        event.dataTransfer.setData(dragType, JSON.stringify(path));
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) {
          event.preventDefault();
          event.stopPropagation();
          setIsOver(true);
        }
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setIsOver(false);
        const from = JSON.parse(event.dataTransfer.getData(dragType)) as Path;
        const isInside = isWithin(path, from);
        const isTask = from.at(-2) === 'parallel' || accepts === 'any';
        if (!isInside && isTask) {
          actions.onDrop(from, path.slice(0, -1), Number(path.at(-1)));
        }
      }}
    >
      {children}
    </li>
  );
}
