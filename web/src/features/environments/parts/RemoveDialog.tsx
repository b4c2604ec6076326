import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { useEnvironment, useRemoveEnvironment, type Environment } from '../api';
import { texts } from '../texts';
import { Uses } from './Uses';

interface Props {
  environment: Environment;
  onRemoved?: () => void;
  onClose: () => void;
}

/** Asks, or says what stands in the way. */
export function RemoveDialog({ environment, onRemoved, onClose }: Props) {
  const t = useTexts(texts);
  const remove = useRemoveEnvironment();
  const { id, name } = environment;
  const usedBy = useEnvironment(id).data?.usedBy ?? [];
  if (usedBy.length > 0) {
    return (
      <DialogFrame
        title={t('inUseTitle', { name })}
        onClose={onClose}
        footer={
          <Button design="Emphasized" onClick={onClose}>
            {t('close')}
          </Button>
        }
      >
        <div className="ty-dialog-body">
          <span>{t('inUseText')}</span>
          <Uses uses={usedBy} />
        </div>
      </DialogFrame>
    );
  }
  return (
    <ConfirmDialog
      title={t('removeTitle', { name })}
      confirm={t('remove')}
      isNegative
      onConfirm={async () => {
        await remove.mutateAsync(id);
        onRemoved?.();
      }}
      onClose={onClose}
    >
      {t('removeText')}
    </ConfirmDialog>
  );
}
