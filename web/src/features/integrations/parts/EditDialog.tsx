import { useMemo } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { ClashNotice } from '../../../ui/form/ClashNotice';
import { useVersionedForm } from '../../../ui/form/useVersionedForm';
import { FormDialog } from '../../../ui/FormDialog';
import { readIntegration, useEditIntegration, type Integration } from '../api';
import { texts } from '../texts';
import { fieldsOf, inputOf, type Fields } from './fields';
import { IntegrationFields } from './IntegrationFields';

interface Props {
  projectKey: string;
  integration: Integration;
  onClose: () => void;
}

export function EditDialog({ projectKey, integration, onClose }: Props) {
  const t = useTexts(texts);
  const edit = useEditIntegration(projectKey);
  const { id } = integration;
  const labels = useLabels();
  const form = useVersionedForm<Integration, Fields>(integration, {
    fieldsOf,
    read: () => readIntegration(projectKey, id),
    async write(version, changes) {
      const saved = await edit.mutateAsync({ id, version, changes: inputOf(changes) });
      onClose();
      return saved;
    },
    editorOf: ({ modifiedBy }) => modifiedBy,
  });
  return (
    <FormDialog title={t('editTitle', { name: integration.name })} form={form} onClose={onClose} isWide>
      <ClashNotice
        form={form}
        labels={labels}
        show={(_, value) => (typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value))}
      />
      <IntegrationFields projectKey={projectKey} form={form} now={integration} />
    </FormDialog>
  );
}

function useLabels(): Record<keyof Fields, string> {
  const t = useTexts(texts);
  return useMemo(
    () => ({
      name: t('name'),
      description: t('description'),
      externalSystem: t('externalSystem'),
      credentialId: t('credential'),
      hostUrl: t('hostUrl'),
      externalProjectId: t('project'),
      isDefault: t('isDefault'),
      references: t('references'),
      comments: t('comments'),
      status: t('status'),
      statusGates: t('statusGates'),
    }),
    [t],
  );
}
