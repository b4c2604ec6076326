import { useRef, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Title } from '@ui5/webcomponents-react/Title';
import { useTexts } from '../../../lib/i18n/texts';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { UnsavedGuard } from '../../../ui/UnsavedGuard';
import { asProblem } from '../../../lib/api/problem';
import { useArrange, type Landscape, type UsedEnvironment } from '../api';
import { texts } from '../texts';
import { Chain } from './Chain';

interface Props {
  projectKey: string;
  canEdit: boolean;
  environments: readonly UsedEnvironment[];
  landscapes: readonly Landscape[];
}

interface Draft extends Landscape {
  /** Stays while it is renamed. */
  rowId: number;
}

/** The landscapes of the project as chains to arrange, saved together. */
export function LandscapeEditor({ projectKey, canEdit, environments, landscapes }: Props) {
  const t = useTexts(texts);
  const arrange = useArrange(projectKey);
  const [base, setBase] = useState(landscapes);
  const [drafts, setDrafts] = useState<Draft[]>(() => landscapes.map(draftOf));
  const [isSaved, setIsSaved] = useState(false);
  const next = useRef(landscapes.length);
  const mine = drafts.map(({ name, environments: chain }) => ({ name, environments: chain }));
  const isDirty = !same(mine, base);
  const isElsewhere = !same(base, landscapes);

  function take(list: readonly Landscape[]) {
    setBase(list);
    setDrafts(list.map(draftOf));
    arrange.reset();
  }

  if (isElsewhere && !isDirty && !arrange.isPending) {
    setBase(landscapes);
    setDrafts(landscapes.map(draftOf));
  }

  function change(rowId: number, changes: Partial<Landscape>) {
    setIsSaved(false);
    setDrafts(drafts.map((each) => (each.rowId === rowId ? { ...each, ...changes } : each)));
  }

  function add() {
    next.current += 1;
    const name = t('newLandscape', { number: drafts.length + 1 });
    setIsSaved(false);
    setDrafts([...drafts, { rowId: next.current, name, environments: [] }]);
  }

  async function save() {
    try {
      const { items } = await arrange.mutateAsync(mine);
      setBase(items);
      setDrafts(items.map(draftOf));
      setIsSaved(true);
    } catch {
      // Shown from the mutation.
    }
  }

  return (
    <>
      <div className="ty-row">
        <Title level="H2" size="H5">
          {t('landscapes')}
        </Title>
        {canEdit && (
          <span className="ty-page-actions">
            <Button onClick={add}>{t('addLandscape')}</Button>
            <Button
              design="Emphasized"
              disabled={!isDirty || arrange.isPending}
              loading={arrange.isPending}
              onClick={() => void save()}
            >
              {t('save')}
            </Button>
            <Button design="Transparent" disabled={!isDirty || arrange.isPending} onClick={() => take(landscapes)}>
              {t('reset')}
            </Button>
          </span>
        )}
      </div>
      <UnsavedGuard when={isDirty} />
      <p className="ls-help">
        {t('landscapesHelp')} {canEdit && t('keyboardHelp')}
      </p>
      <ProblemMessage problem={arrange.error} besides={fieldsWithMessages(arrange.error)} />
      {isElsewhere && isDirty && (
        <MessageStrip design="Critical" hideCloseButton>
          {t('changedElsewhere')}{' '}
          <Button design="Transparent" onClick={() => take(landscapes)}>
            {t('takeTheirs')}
          </Button>
        </MessageStrip>
      )}
      <div role="status" aria-live="polite">
        {isSaved && !isDirty && (
          <MessageStrip design="Positive" onClose={() => setIsSaved(false)}>
            {t('saved')}
          </MessageStrip>
        )}
      </div>
      {drafts.length === 0 && <p className="ls-help">{t('landscapesNone')}</p>}
      {drafts.map((draft, index) => (
        <Chain
          key={draft.rowId}
          landscape={draft}
          environments={environments}
          canEdit={canEdit}
          error={errorAt(arrange.error, index)}
          onChange={(changes) => change(draft.rowId, changes)}
          onRemove={() => setDrafts(drafts.filter((each) => each !== draft))}
        />
      ))}
    </>
  );
}

function draftOf(landscape: Landscape, rowId: number): Draft {
  return { ...landscape, rowId };
}

function same(one: readonly Landscape[], other: readonly Landscape[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function errorAt(problem: unknown, index: number): string | undefined {
  return problem === null
    ? undefined
    : asProblem(problem).fields.find(({ field }) => field.startsWith(`items[${index}]`))?.message;
}

function fieldsWithMessages(problem: unknown): string[] {
  return problem === null ? [] : asProblem(problem).fields.map(({ field }) => field);
}
