import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { StatusTag } from '../../../ui/StatusTag';
import type { ItemRef } from '../api';
import { useCandidate, useRunState, type Change, type Plan } from './api';
import type { Difference } from './difference';
import { gateName } from './gateNames';
import { texts } from './texts';

/** What the plan is for, the run that it belongs to, and whether it is still true. */
export function PlanStrips({ place, plan, onReadAgain }: { place: ItemRef; plan: Plan; onReadAgain: () => Promise<void> }) {
  const t = useTexts(texts);
  const candidate = useCandidate(place);
  const run = useRunState(plan.runId);
  const isOutdated = candidate.data !== undefined && candidate.data.digest !== plan.digest;
  return (
    <>
      <div className="ty-row">
        <span className="wi-name">{t('candidate', { candidate: plan.candidate })}</span>
        {plan.pipeline != null && (
          <span className="wi-hint">{t('pipeline', { name: plan.pipeline.name, version: plan.pipeline.version })}</span>
        )}
        {plan.runId != null && (
          <>
            {run.data !== undefined && <StatusTag state={run.data.state} of={run.data.stage} />}
            <Link to={`/projects/${place.key}/pipeline-activity/${plan.runId}`}>{t('openRun')}</Link>
          </>
        )}
      </div>
      {isOutdated && (
        <div className="wi-offer" role="alert">
          <MessageStrip design="Critical" hideCloseButton>
            {t('outdated')}
          </MessageStrip>
          <Button onClick={() => void onReadAgain()}>{t('readAgain')}</Button>
        </div>
      )}
      {plan.continues != null && (
        <MessageStrip hideCloseButton>{t('continues')}</MessageStrip>
      )}
    </>
  );
}

/** Says what another look at the plan brought. */
export function Changed({ difference }: { difference: Difference }) {
  const t = useTexts(texts);
  const { from, to, added, removed, gates } = difference;
  const isSame = from === to && added.length === 0 && removed.length === 0 && gates.length === 0;
  return (
    <div role="status">
      <MessageStrip design={isSame ? 'Positive' : 'Critical'} hideCloseButton>
        {isSame ? t('same') : from === to ? t('changed') : t('changedCandidate', { from, to })}
        <ul className="wi-strip-list">
          {added.map((change) => (
            <li key={`+ ${keyOf(change)}`}>
              {t('added', { name: change.name, environment: change.environment, to: change.to ?? t('new') })}
            </li>
          ))}
          {removed.map((change) => (
            <li key={`- ${keyOf(change)}`}>
              {t('removed', { name: change.name, environment: change.environment, to: change.to ?? t('new') })}
            </li>
          ))}
          {gates.map((gate) => (
            <li key={gate.code}>
              {gateName(gate.code, t)}: {gate.message}
            </li>
          ))}
        </ul>
      </MessageStrip>
    </div>
  );
}

function keyOf({ stage, environmentId, kind, externalId, to }: Change): string {
  return [stage, environmentId, kind, externalId, to].join(' ');
}
