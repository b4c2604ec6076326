import { useState } from 'react';
import { applyPatch, structuredPatch } from 'diff';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { useVersions, type Pipeline } from '../api';
import { texts } from '../texts';
import { DiffTable } from './DiffTable';

interface Props {
  projectKey: string;
  mine: string;
  base: { version: number; yaml: string };
  theirs: Pipeline;
  /** The text to go on with, from their version on. */
  onTake: (text: string) => void;
}

/** Somebody saved in the meantime: who and what, and the ways on. */
export function Conflict({ projectKey, mine, base, theirs, onTake }: Props) {
  const t = useTexts(texts);
  const format = useFormat();
  const [isRefused, setIsRefused] = useState(false);
  const versions = useVersions(projectKey, theirs.id);
  const newest = versions.items?.find((each) => each.version === theirs.version);

  function merge() {
    const merged = applyPatch(theirs.yaml, structuredPatch('', '', base.yaml, mine, '', '', { context: 1 }));
    if (merged === false) {
      setIsRefused(true);
    } else {
      onTake(merged);
    }
  }

  return (
    <section className="ty-panel ty-form" role="alert" aria-label={t('conflict')}>
      <MessageStrip design="Critical" hideCloseButton>
        {newest === undefined
          ? t('conflict')
          : t('conflictBy', {
              name: newest.createdBy,
              version: theirs.version,
              time: format.dateTime(newest.createdAt),
              base: base.version,
            })}
      </MessageStrip>
      {isRefused && (
        <MessageStrip design="Negative" hideCloseButton>
          {t('mergeRefused')}
        </MessageStrip>
      )}
      <DiffTable label={t('theirChange')} before={base.yaml} after={theirs.yaml} />
      <div className="ty-row">
        {!isRefused && (
          <Button design="Emphasized" onClick={merge}>
            {t('merge')}
          </Button>
        )}
        <Button onClick={() => onTake(theirs.yaml)}>{t('takeTheirs')}</Button>
        <Button onClick={() => onTake(mine)}>{t('keepMine')}</Button>
      </div>
    </section>
  );
}
