import { useEffect } from 'react';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { StatusTag } from '../../../ui/StatusTag';
import { useCheckCredential, type Credential } from '../api';
import { texts } from '../texts';

/** Asks the system at once, and names what works. */
export function TestDialog({ credential, onClose }: { credential: Credential; onClose: () => void }) {
  const t = useTexts(texts);
  const { mutate, data: report, error, isPending } = useCheckCredential();
  useEffect(() => mutate(credential.id), [mutate, credential.id]);
  return (
    <DialogFrame
      title={t('testTitle', { name: credential.name })}
      onClose={onClose}
      footer={
        <Button design="Emphasized" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <div className="ty-dialog-body" aria-live="polite">
        {isPending && <BusyIndicator active text={t('testRunning')} delay={0} />}
        <ProblemMessage problem={error} retry={() => mutate(credential.id)} />
        {report?.probes.map((probe, index) => (
          <div key={index} className="ty-row">
            <StatusTag state={probe.outcome} />
            <span>{probe.message}</span>
          </div>
        ))}
      </div>
    </DialogFrame>
  );
}
