import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { StatusTag } from '../../../ui/StatusTag';
import { useCheck, type Environment } from '../api';
import { texts } from '../texts';

/** Tests the connection, check by check. */
export function CheckDialog({ environment, onClose }: { environment: Environment; onClose: () => void }) {
  const t = useTexts(texts);
  const check = useCheck(environment.id);
  const isBusy = check.isFetching;
  return (
    <DialogFrame
      title={t('testTitle', { name: environment.name })}
      onClose={onClose}
      footer={
        <>
          <Button design="Emphasized" onClick={onClose}>
            {t('close')}
          </Button>
          <Button disabled={isBusy} onClick={() => void check.refetch()}>
            {t('testAgain')}
          </Button>
        </>
      }
    >
      <div className="ty-dialog-body" aria-busy={isBusy}>
        {isBusy && (
          <div className="ty-row" role="status">
            <BusyIndicator active size="S" delay={0} />
            {t('testing')}
          </div>
        )}
        {!isBusy && <ProblemMessage problem={check.error} />}
        {!isBusy && (
          <ul className="ty-list ty-list-plain" data-testid="probes">
            {check.data?.probes.map(({ name, outcome, message }) => (
              <li key={`${name}/${message}`}>
                <div className="ty-row">
                  <StatusTag state={outcome} {...(outcome === 'SKIPPED' ? { text: t('probeSKIPPED') } : {})} />
                  <strong>{name}</strong>
                </div>
                <div>{message}</div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </DialogFrame>
  );
}
