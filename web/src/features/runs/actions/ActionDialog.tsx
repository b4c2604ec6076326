import { useState } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { CheckField } from '../../../ui/form/fields';
import { useAct, type Action, type Bypass, type Task } from '../api';
import { Attachments, type Attachment } from './Attachments';
import { CompleteDialog } from './CompleteDialog';
import { Irreversible } from './Irreversible';
import { texts } from './texts';

export interface ActionDialogProps {
  run: string;
  task: Task;
  action: Action;
  /** What somebody else asked for and this confirms. */
  confirms?: Bypass | undefined;
  onClose: () => void;
}

const negative = new Set<Action>(['reject', 'skip', 'mark-done', 'roll-back']);
const wantsReason = new Set<Action>(['reject', 'skip', 'mark-done', 'roll-back']);
const irreversible = new Set<Action>(['skip', 'mark-done']);

/** Asks before an action is done, for what it needs. */
export function ActionDialog(props: ActionDialogProps) {
  return props.action === 'complete' ? (
    <CompleteDialog run={props.run} task={props.task} onClose={props.onClose} />
  ) : (
    <DecisionDialog {...props} />
  );
}

function DecisionDialog({ run, task, action, confirms, onClose }: ActionDialogProps) {
  const t = useTexts(texts);
  const act = useAct();
  // The only retry of what waits for its time is to pass the freeze.
  const isParked = action === 'retry' && task.state === 'WAITING';
  const [again, setAgain] = useState(confirms?.action === 'retry');
  const [override, setOverride] = useState(isParked || confirms?.action.startsWith('override') === true);
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  // What was on the page when the person pressed the button: nothing else is approved.
  const [digest] = useState(action === 'approve' ? task.asks?.digest : undefined);
  const wantsFiles = action === 'approve' && task.asks?.evidence === true;
  const wantsMessage = action === 'approve' && task.asks?.message === true;
  const [isChecked, setIsChecked] = useState(false);
  const isBypass = irreversible.has(action) || again || override;
  const mayAgain = action === 'retry' && task.asks?.again === true;
  const mayOverride = action === 'retry' && task.asks?.override === true;
  return (
    <ConfirmDialog
      title={t(`title_${action}`, { task: task.name })}
      confirm={t(`do_${action}`)}
      isNegative={negative.has(action) || again || override}
      reason={wantsReason.has(action) || isBypass || wantsMessage ? 'required' : 'optional'}
      isComplete={() => {
        setIsChecked(true);
        return !wantsFiles || files.length > 0;
      }}
      onConfirm={(reason) =>
        act.mutateAsync({
          run,
          task: task.id,
          action,
          order: {
            reason,
            ...(digest == null ? {} : { digest }),
            ...(wantsFiles ? { evidence: [...files] } : {}), ...(again ? { again } : {}), ...(override ? { override } : {}),
          },
        })
      }
      isDirty={files.length > 0}
      onClose={onClose}
    >
      {confirms !== undefined && (
        <p className="ty-run-quote">{t('confirmFor', { name: confirms.askedBy, reason: confirms.reason })}</p>
      )}
      <p>{t(isParked ? 'passFreezeText' : mayAgain ? 'retryAgainText' : `text_${action}`)}</p>
      {wantsFiles && (
        <>
          <p>{t('approveEvidence')}</p>
          <Attachments
            files={files}
            onChange={setFiles}
            error={isChecked && files.length === 0 ? t('approveEvidenceMissing') : undefined}
          />
        </>
      )}
      {mayAgain && <CheckField label={t('retryAgain')} value={again} onChange={setAgain} />}
      {mayOverride && !isParked && <CheckField label={t('retryOverride')} value={override} onChange={setOverride} />}
      {(irreversible.has(action) || again) && <Irreversible />}
      {isBypass && confirms === undefined && <p>{t(isParked ? 'twoPeopleInFreeze' : 'twoPeople')}</p>}
    </ConfirmDialog>
  );
}
