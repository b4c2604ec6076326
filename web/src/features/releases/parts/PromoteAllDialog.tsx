import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { StatusTag } from '../../../ui/StatusTag';
import { texts as common } from '../../../ui/texts';
import { usePromoteAll, type Promoted, type Release, type ReleaseItem } from '../api';
import { texts } from '../texts';

interface Props {
  projectKey: string;
  release: Release;
  items: readonly ReleaseItem[];
  onClose: () => void;
}

/** Promotes every item that is ready, by itself, and says of each what came of it. */
export function PromoteAllDialog({ projectKey, release, items, onClose }: Props) {
  const t = useTexts(texts);
  const tCommon = useTexts(common);
  const promote = usePromoteAll(projectKey, release.id);
  const [results, setResults] = useState<readonly Promoted[] | null>(null);
  const able = items.filter(({ readiness }) => readiness === 'READY');
  const ready = able.filter(({ releasePackage }) => releasePackage == null);
  const packed = able.filter(({ releasePackage }) => releasePackage != null);
  const rest = items.filter(({ readiness }) => readiness === 'BLOCKED' || readiness === 'NEEDS_PEOPLE');

  async function go() {
    const wishes = ready.map(({ workItemId, candidate, continues }) => ({
      workItemId,
      candidate,
      ...(continues == null ? {} : { continues }),
    }));
    const { items: came } = await promote.mutateAsync(wishes);
    setResults(came);
  }

  return (
    <DialogFrame
      title={t('promoteAllTitle', { name: release.name })}
      isWide
      isBusy={promote.isPending}
      onClose={onClose}
      footer={
        <>
          {results === null && (
            <Button
              design="Emphasized"
              loading={promote.isPending}
              disabled={promote.isPending || ready.length === 0}
              onClick={() => void go().catch(() => undefined)}
            >
              {t('promoteCount', { count: ready.length })}
            </Button>
          )}
          <Button design="Transparent" disabled={promote.isPending} onClick={onClose}>
            {results === null ? tCommon('cancel') : t('close')}
          </Button>
        </>
      }
    >
      <div className="ty-dialog-body">
        <ProblemMessage problem={promote.error} />
        {results === null ? (
          <>
            <p>{t(ready.length === 0 ? 'noneReady' : 'promoteAllText')}</p>
            <ul className="rl-open">
              {ready.map(({ workItemId, title, pipelineStage }) => (
                <li key={workItemId}>
                  <strong>{workItemId}</strong> {title} {pipelineStage == null ? '' : `(${pipelineStage})`}
                </li>
              ))}
            </ul>
            {packed.length > 0 && (
              <p>
                {t('withPackage', {
                  items: packed.map(({ workItemId, releasePackage }) => `${workItemId} (${releasePackage})`).join(', '),
                })}
              </p>
            )}
            {rest.length > 0 && <p>{t('leftOut', { items: rest.map(({ workItemId }) => workItemId).join(', ') })}</p>}
          </>
        ) : (
          <ul className="rl-open" aria-live="polite">
            {results.map(({ workItemId, outcome, runId, message }) => (
              <li key={workItemId}>
                <StatusTag state={outcome === 'REFUSED' ? 'REFUSED' : 'RUNNING'} text={t(outcomeText(outcome))} />{' '}
                {runId == null ? (
                  <strong>{workItemId}</strong>
                ) : (
                  <Link to={`/projects/${projectKey}/pipeline-activity/${runId}`}>{workItemId}</Link>
                )}{' '}
                {message}
              </li>
            ))}
          </ul>
        )}
      </div>
    </DialogFrame>
  );
}

function outcomeText(outcome: string): 'outcomeSTARTED' | 'outcomeGOES_ON' | 'outcomeREFUSED' {
  return outcome === 'STARTED' ? 'outcomeSTARTED' : outcome === 'GOES_ON' ? 'outcomeGOES_ON' : 'outcomeREFUSED';
}
