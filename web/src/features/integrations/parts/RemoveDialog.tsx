import { useTexts } from '../../../lib/i18n/texts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { useRemoveIntegration, type Integration } from '../api';
import { texts } from '../texts';

interface Props {
  projectKey: string;
  integration: Integration;
  onRemoved?: () => void;
  onClose: () => void;
}

export function RemoveDialog({ projectKey, integration, onRemoved, onClose }: Props) {
  const t = useTexts(texts);
  const remove = useRemoveIntegration(projectKey);
  const { name, externalProjectName, isDefault } = integration;
  return (
    <ConfirmDialog
      title={t('removeTitle', { name })}
      confirm={t('remove')}
      isNegative
      onConfirm={async () => {
        await remove.mutateAsync(integration.id);
        onRemoved?.();
      }}
      onClose={onClose}
    >
      <span>{t('removeText', { external: externalProjectName })}</span>
      <span>{t('removeItems')}</span>
      {isDefault && <span>{t('removeDefault')}</span>}
    </ConfirmDialog>
  );
}
