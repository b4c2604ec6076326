import { useDeferredValue, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { SearchField } from '../../../ui/table/SearchField';
import { SelectField } from '../../../ui/form/fields';
import { texts as common } from '../../../ui/texts';
import type { ItemRef } from '../api';
import { attachAll, useArtifacts, useAttach, type Artifact, type Attached, type Deliverable } from './api';
import { SaveDraftDialog } from './SaveDraftDialog';
import type { DeliverableTab } from './tabs';
import { texts } from './texts';
import { ValueHelpList } from './ValueHelpList';

interface Props {
  place: ItemRef;
  tab: DeliverableTab;
  attached: readonly Deliverable[];
  onClose: () => void;
}

const shortest = 3;

/** Browses a source environment live and attaches what is ticked. */
export function ValueHelp({ place, tab, attached, onClose }: Props) {
  const t = useTexts(texts);
  const tCommon = useTexts(common);
  const sources = tab.kinds.flatMap((kind) => kind.sources);
  const [environmentId, setEnvironmentId] = useState(sources[0]?.id ?? '');
  const [path, setPath] = useState<Artifact[]>([]);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, Artifact>>(new Map());
  const [results, setResults] = useState<Attached[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const [draft, setDraft] = useState<Artifact | null>(null);
  const search = useDeferredValue(typed.trim().length < shortest ? '' : typed.trim());
  const parent = path.at(-1)?.id;
  const artifacts = useArtifacts(environmentId, parent, search);
  const attach = useAttach(place);
  const refused = results.filter((each) => each.outcome === 'REFUSED');

  function browse(environment: string) {
    setEnvironmentId(environment);
    setPath([]);
    setTyped('');
    setChosen(new Map());
    setResults([]);
  }

  function open(steps: Artifact[]) {
    setPath(steps);
    setTyped('');
  }

  function choose(artifact: Artifact, isChosen: boolean) {
    const next = new Map(chosen);
    if (isChosen) {
      next.set(artifact.id, artifact);
    } else {
      next.delete(artifact.id);
    }
    setChosen(next);
  }

  async function attachChosen() {
    setIsBusy(true);
    const wishes = [...chosen.values()].map(({ id, kind, version }) => ({
      kind: kind ?? tab.id,
      environmentId,
      externalId: id,
      ...(version == null ? {} : { version }),
    }));
    const ended = await attachAll(wishes, attach.mutateAsync, setResults);
    setIsBusy(false);
    const left = ended.filter((each) => each.outcome === 'REFUSED').map((each) => each.externalId);
    if (left.length === 0) {
      onClose();
    } else {
      setChosen(new Map([...chosen].filter(([id]) => left.includes(id))));
    }
  }

  return (
    <DialogFrame
      title={t('helpTitle', { kind: tab.title })}
      isWide
      isDirty={chosen.size > 0}
      isBusy={isBusy}
      onClose={onClose}
      footer={
        <>
          <span className="wi-hint wi-grow" role="status">
            {isBusy ? t('attaching', { done: results.length, total: chosen.size }) : ''}
          </span>
          <Button
            design="Emphasized"
            loading={isBusy}
            disabled={isBusy || chosen.size === 0}
            onClick={() => void attachChosen()}
          >
            {t('attachCount', { count: chosen.size })}
          </Button>
          <Button design="Transparent" disabled={isBusy} onClick={onClose}>
            {tCommon('cancel')}
          </Button>
        </>
      }
    >
      <div className="ty-dialog-body">
        <p className="wi-hint">{t('helpText')}</p>
        <div className="ty-row">
          {sources.length > 1 && (
            <SelectField
              label={t('environment')}
              value={environmentId}
              onChange={browse}
              choices={sources.map((each) => ({ value: each.id, text: each.name }))}
            />
          )}
          <SearchField value={typed} onChange={setTyped} label={t('helpSearch')} />
          {typed !== '' && typed.trim().length < shortest && <span className="wi-hint">{t('tooShort')}</span>}
        </div>
        {refused.length > 0 && (
          <div role="alert">
            <MessageStrip design="Negative" hideCloseButton>
              {t('refusedCount', { count: refused.length })}
            </MessageStrip>
          </div>
        )}
        <Steps root={sources.find((each) => each.id === environmentId)?.name ?? ''} path={path} onOpen={open} />
        <ValueHelpList
          label={t('helpTitle', { kind: tab.title })}
          artifacts={artifacts}
          attached={attached.filter((each) => each.environmentId === environmentId && !each.descoped)}
          chosen={chosen}
          results={results}
          isBusy={isBusy}
          isFiltered={search !== ''}
          onChoose={choose}
          onOpen={(artifact) => open([...path, artifact])}
          onSaveDraft={tab.kinds.some((kind) => kind.canSaveDrafts) ? setDraft : undefined}
        />
      </div>
      {draft !== null && (
        <SaveDraftDialog
          place={place}
          environmentId={environmentId}
          kind={draft.kind ?? tab.id}
          artifact={draft}
          onClose={() => setDraft(null)}
        />
      )}
    </DialogFrame>
  );
}

interface StepsProps {
  root: string;
  path: readonly Artifact[];
  onOpen: (path: Artifact[]) => void;
}

function Steps({ root, path, onOpen }: StepsProps) {
  const t = useTexts(texts);
  return (
    <nav className="wi-path" aria-label={t('place')}>
      <ol>
        {[undefined, ...path].map((step, index) => {
          const name = step?.name ?? root;
          return (
            <li key={step?.id ?? ''} aria-current={index === path.length ? 'location' : undefined}>
              {index === path.length ? (
                name
              ) : (
                <button type="button" className="ty-link-button" onClick={() => onOpen(path.slice(0, index))}>
                  {name}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
