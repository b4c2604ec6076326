import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import { useValidations, type Validation, type WorkItem } from '../api';
import { texts } from '../texts';
import './actions.css';

interface Props {
  projectKey: string;
  item: WorkItem;
  /** Begins another; left out when it cannot be validated now. */
  start: (() => void) | undefined;
  isStarting: boolean;
  /** Why it could not be begun. */
  problem: unknown;
  onClose: () => void;
}

/** The newest validation of an item, live, with what was found and what helps. */
export function ValidationDialog({ projectKey, item, start, isStarting, problem, onClose }: Props) {
  const t = useTexts(texts);
  const validations = useValidations(projectKey, item.id);
  const newest = validations.data?.items[0];

  const isRunning = isStarting || (newest !== undefined && newest.endedAt == null);
  return (
    <DialogFrame
      title={t('reportTitle', { id: item.id })}
      isWide
      onClose={onClose}
      footer={
        <>
          {start !== undefined && (
            <Button disabled={isRunning} loading={isRunning} onClick={start}>
              {t('validateAgain')}
            </Button>
          )}
          <Button design="Emphasized" onClick={onClose}>
            {t('closeDialog')}
          </Button>
        </>
      }
    >
      <div className="ty-dialog-body">
        <div>{item.title}</div>
        <ProblemMessage problem={problem ?? validations.error} retry={start} />
        <div role="status">{isRunning && t('validating')}</div>
        {newest !== undefined && !isStarting && <Report validation={newest} />}
      </div>
    </DialogFrame>
  );
}

function Report({ validation }: { validation: Validation }) {
  const t = useTexts(texts);
  const { candidate, outcome, outdated, state, stage, startedBy, startedAt, fault, findings } = validation;
  return (
    <>
      <div className="ty-row">
        <StatusTag state={outdated ? 'OUTDATED' : (outcome ?? state)} />
        <span>
          {t('reportOf', { candidate, by: startedBy })} <RelativeTime at={startedAt} />
        </span>
        {stage != null && <span>{t('reportStage', { stage })}</span>}
      </div>
      {fault != null && <ProblemMessage problem={fault} />}
      {findings.length === 0 && outcome != null && <p>{t('noFindings')}</p>}
      <ul className="ty-findings">
        {findings.map(({ check, severity, place, message, cure }) => (
          <li key={`${check} ${place} ${message}`}>
            <span className="ty-row">
              <StatusTag state={severity} />
              <strong>{check}</strong>
              <small>{place}</small>
            </span>
            {message}
            {cure !== '' && <small>{t('cure', { cure })}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
