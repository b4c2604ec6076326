import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../lib/i18n/texts';
import { BulkDialog } from './actions/BulkDialog';
import { useReasons } from './actions/reasons';
import { SetPipelineDialog } from './actions/SetPipelineDialog';
import { SetReleaseDialog } from './actions/SetReleaseDialog';
import { startValidation, type WorkItem } from './api';
import { texts } from './texts';

interface Props {
  projectKey: string;
  selected: ReadonlyMap<string, WorkItem>;
  onClear: () => void;
}

/** What can be done with the rows that are selected. */
export function Selection({ projectKey, selected, onClear }: Props) {
  const t = useTexts(texts);
  const reasons = useReasons();
  const [doing, setDoing] = useState<'pipeline' | 'release' | 'validate' | null>(null);
  const items = [...selected.values()];
  const fit = items.filter((item) => reasons('validate', item) === undefined);
  function end() {
    setDoing(null);
    onClear();
  }
  return (
    <div className="ty-stories-selection" role="toolbar" aria-label={t('selection')}>
      <span role="status">{t('selected', { count: items.length })}</span>
      <Button design="Transparent" onClick={() => setDoing('pipeline')}>
        {t('setPipeline')}
      </Button>
      <Button design="Transparent" onClick={() => setDoing('release')}>
        {t('setRelease')}
      </Button>
      <Button
        design="Transparent"
        disabled={fit.length === 0}
        tooltip={fit.length === 0 ? t('whyNoPipeline') : undefined}
        onClick={() => setDoing('validate')}
      >
        {t('validate')}
      </Button>
      <Button design="Transparent" onClick={onClear}>
        {t('clearSelection')}
      </Button>
      {doing === 'pipeline' && <SetPipelineDialog projectKey={projectKey} items={items} onClose={end} />}
      {doing === 'release' && <SetReleaseDialog projectKey={projectKey} items={items} onClose={end} />}
      {doing === 'validate' && (
        <BulkDialog
          title={t('validateSeveral')}
          confirm={t('validate')}
          items={fit}
          deed={({ id }) => startValidation(projectKey, id)}
          onClose={end}
        >
          <p>{t('validateSeveralText', { count: fit.length })}</p>
          {fit.length < items.length && <p>{t('validateSome', { count: items.length - fit.length })}</p>}
        </BulkDialog>
      )}
    </div>
  );
}
