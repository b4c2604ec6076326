import { useState } from 'react';
import '@ui5/webcomponents-icons/dist/synchronize.js';
import '@ui5/webcomponents-icons/dist/slim-arrow-down.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { useProject } from '../../../lib/project';
import { useMay } from '../../../lib/session';
import { useTexts } from '../../../lib/i18n/texts';
import { useIntegrations, useLatestSyncs, useStartSync } from '../api';
import { texts } from '../texts';
import { SyncDialog } from './SyncDialog';

interface Props {
  onProblem: (problem: unknown) => void;
  /** The id of the sync that was started. */
  onStarted: (id: string) => void;
}

/** Starts a sync: at once where there is one integration, else it asks which. */
export function SyncButton({ onProblem, onStarted }: Props) {
  const t = useTexts(texts);
  const may = useMay();
  const { key, archived } = useProject();
  const integrations = useIntegrations(key).data ?? [];
  const latest = useLatestSyncs(key).data ?? [];
  const start = useStartSync(key);
  const [isChoosing, setIsChoosing] = useState(false);
  const running = latest.filter(({ state }) => state === 'RUNNING').length;
  if (integrations.length === 0 || archived || !may('SYNC', key)) {
    return null;
  }

  async function sync() {
    onProblem(null);
    try {
      onStarted((await start.mutateAsync({})).id);
    } catch (problem) {
      onProblem(problem);
    }
  }

  const isBusy = start.isPending || running >= integrations.length;
  return (
    <span className="ty-row">
      <Button
        design="Emphasized"
        icon="synchronize"
        disabled={isBusy}
        onClick={() => (integrations.length > 1 ? setIsChoosing(true) : void sync())}
      >
        {t('sync')}
      </Button>
      <Button
        icon="slim-arrow-down"
        accessibleName={t('syncOptions')}
        tooltip={t('syncOptions')}
        disabled={isBusy}
        onClick={() => setIsChoosing(true)}
      />
      {isChoosing && (
        <SyncDialog
          integrations={integrations}
          start={async (wish) => onStarted((await start.mutateAsync(wish)).id)}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </span>
  );
}
