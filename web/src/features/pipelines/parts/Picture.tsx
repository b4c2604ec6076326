import { useEffect, useMemo, useRef, useState } from 'react';
import type { Document } from 'yaml';
import '@ui5/webcomponents-icons/dist/add.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { addStage, addTask, changeTask, moveTask, renameStage } from '../model/edits';
import { stepFor, type Move } from '../model/moves';
import type { TaskKind } from '../model/schema';
import { draw, type Flaw, type Path, type Source, type TaskBox } from '../model/source';
import { texts } from '../texts';
import { idOf } from './boxId';
import { Stage } from './Stage';
import { StageDialog } from './StageDialog';
import { TaskDialog } from './TaskDialog';

interface Props {
  source: Source;
  kinds: readonly TaskKind[];
  flaws: readonly Flaw[];
  suggestions: Readonly<Record<string, readonly string[]>>;
  /** Left out when it is only looked at. */
  onEdit: ((change: (document: Document) => void) => void) | undefined;
  /** A box has the focus. */
  onShow: (path: Path) => void;
}

type Asking =
  | { of: 'new-task'; stage: Path; name: string }
  | { of: 'task'; task: TaskBox; stage: string }
  | { of: 'new-stage' }
  | { of: 'stage'; path: Path; name: string };

/** What the boxes of a picture may ask for. */
export interface PictureActions {
  onMove: (path: Path, move: Move) => void;
  onDrop: (from: Path, list: Path, index: number) => void;
  onOpen: (task: TaskBox) => void;
  onAdd: (stage: Path, name: string) => void;
  onRename: (stage: Path, name: string) => void;
  onStage: (change: (document: Document) => void, to: Path) => void;
}

/** The pipeline as columns of boxes; each change goes into the text, from which it is drawn again. */
export function Picture({ source, kinds, flaws, suggestions, onEdit, onShow }: Props) {
  const t = useTexts(texts);
  const drawing = useMemo(() => draw(source), [source]);
  const [asking, setAsking] = useState<Asking | null>(null);
  const focusNext = useRef<Path | null>(null);

  useEffect(() => {
    if (focusNext.current !== null) {
      document.getElementById(idOf(focusNext.current))?.focus();
      focusNext.current = null;
    }
  }, [drawing]);

  function edit(change: (document: Document) => void, to: Path) {
    focusNext.current = to;
    onEdit?.(change);
  }

  const actions: PictureActions = {
    onMove: (path, move) => {
      const step = stepFor(drawing, path, move);
      if (step !== undefined) {
        edit(step.change, step.to);
      }
    },
    onDrop: (from, list, index) => edit((document) => moveTask(document, from, list, index), [...list, index]),
    onOpen: (task) => setAsking({ of: 'task', task, stage: drawing.stages[Number(task.path[1])]?.name ?? '' }),
    onAdd: (stage, name) => setAsking({ of: 'new-task', stage, name }),
    onRename: (path, name) => setAsking({ of: 'stage', path, name }),
    onStage: edit,
  };

  return (
    <>
      <ol className="ty-pipe-stages" aria-label={t('picture')}>
        {drawing.stages.map((stage, index) => (
          <li key={index} className="ty-pipe-stage">
            <Stage
              stage={stage}
              index={index}
              count={drawing.stages.length}
              kinds={kinds}
              flaws={flaws}
              drawing={drawing}
              actions={onEdit === undefined ? undefined : actions}
              onShow={onShow}
            />
          </li>
        ))}
        {onEdit !== undefined && (
          <li className="ty-pipe-stage ty-pipe-stage-new">
            <Button icon="add" design="Transparent" onClick={() => setAsking({ of: 'new-stage' })}>
              {t('addStage')}
            </Button>
          </li>
        )}
      </ol>
      {asking !== null && <Question asking={asking} kinds={kinds} suggestions={suggestions} edit={edit} drawn={drawing.stages.length} entries={(path) => drawing.stages[Number(path[1])]?.entries.length ?? 0} onClose={() => setAsking(null)} />}
    </>
  );
}

interface QuestionProps {
  asking: Asking;
  kinds: readonly TaskKind[];
  suggestions: Readonly<Record<string, readonly string[]>>;
  edit: (change: (document: Document) => void, to: Path) => void;
  drawn: number;
  entries: (stage: Path) => number;
  onClose: () => void;
}

function Question({ asking, kinds, suggestions, edit, drawn, entries, onClose }: QuestionProps) {
  const common = { kinds, suggestions, onClose };
  switch (asking.of) {
    case 'new-task': {
      const to = [...asking.stage, 'tasks', entries(asking.stage)];
      return (
        <TaskDialog
          {...common}
          stage={asking.name}
          onDone={(input) => edit((document) => addTask(document, asking.stage, input), to)}
        />
      );
    }
    case 'task': {
      const { path } = asking.task;
      return (
        <TaskDialog
          {...common}
          task={asking.task}
          stage={asking.stage}
          onDone={(input) => edit((document) => changeTask(document, path, input), path)}
        />
      );
    }
    case 'new-stage':
      return <StageDialog onDone={(name) => edit((document) => addStage(document, name), ['stages', drawn])} onClose={onClose} />;
    case 'stage':
      return (
        <StageDialog
          name={asking.name}
          onDone={(name) => edit((document) => renameStage(document, asking.path, name), asking.path)}
          onClose={onClose}
        />
      );
  }
}
