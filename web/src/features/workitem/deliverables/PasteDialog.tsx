import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { AreaField, SelectField } from '../../../ui/form/fields';
import { StatusTag } from '../../../ui/StatusTag';
import { texts as common } from '../../../ui/texts';
import type { ItemRef } from '../api';
import { attachAll, useAttach, type Attached } from './api';
import type { DeliverableTab } from './tabs';
import { texts } from './texts';

interface Props {
  place: ItemRef;
  tab: DeliverableTab;
  onClose: () => void;
}

/** Attaches many by their numbers, as they come out of a mail or a spreadsheet. */
export function PasteDialog({ place, tab, onClose }: Props) {
  const t = useTexts(texts);
  const tCommon = useTexts(common);
  const attach = useAttach(place);
  const sources = tab.kinds.flatMap((kind) => kind.sources.map((source) => ({ kind: kind.id, source })));
  const [sourceId, setSourceId] = useState(sources[0]?.source.id ?? '');
  const [text, setText] = useState('');
  const [results, setResults] = useState<Attached[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const ids = idsIn(text);

  async function attachPasted() {
    setIsBusy(true);
    const kind = sources.find((each) => each.source.id === sourceId)?.kind ?? tab.id;
    const wishes = ids.map((externalId) => ({ kind, environmentId: sourceId, externalId }));
    const ended = await attachAll(wishes, attach.mutateAsync, setResults);
    setIsBusy(false);
    setText(ended.filter((each) => each.outcome === 'REFUSED').map((each) => each.externalId).join('\n'));
    if (ended.every((each) => each.outcome === 'DONE')) {
      onClose();
    }
  }

  return (
    <DialogFrame
      title={t('pasteTitle', { kind: tab.title })}
      isDirty={ids.length > 0}
      isBusy={isBusy}
      onClose={onClose}
      footer={
        <>
          <Button
            design="Emphasized"
            loading={isBusy}
            disabled={isBusy || ids.length === 0}
            onClick={() => void attachPasted()}
          >
            {t('attachCount', { count: ids.length })}
          </Button>
          <Button design="Transparent" disabled={isBusy} onClick={onClose}>
            {tCommon('cancel')}
          </Button>
        </>
      }
    >
      <div className="ty-dialog-body">
        {sources.length > 1 && (
          <SelectField
            label={t('environment')}
            value={sourceId}
            onChange={setSourceId}
            choices={sources.map(({ source }) => ({ value: source.id, text: source.name }))}
          />
        )}
        <AreaField
          label={t('numbers')}
          rows={6}
          value={text}
          onChange={setText}
          help={t('numbersHelp')}
          isDisabled={isBusy}
        />
        {results.length > 0 && (
          <ul className="wi-results" aria-live="polite">
            {results.map(({ externalId, outcome, message }) => (
              <li key={externalId}>
                <StatusTag state={outcome} text={t(`outcome${outcome}`)} />
                <span className="wi-name">{externalId}</span>
                {message !== undefined && <span>{message}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </DialogFrame>
  );
}

/** Each once, in the order in which they were pasted. */
export function idsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((each) => each !== ''))];
}
