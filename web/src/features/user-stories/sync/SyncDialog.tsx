import { useTexts } from '../../../lib/i18n/texts';
import { SelectField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import type { Integration, SyncMode } from '../api';
import { texts } from '../texts';

interface Props {
  integrations: readonly Integration[];
  start: (wish: { integrationId: string; mode: SyncMode }) => Promise<unknown>;
  onClose: () => void;
}

/** Which integration, and whether everything is read or only what changed. */
export function SyncDialog({ integrations, start, onClose }: Props) {
  const t = useTexts(texts);
  const first = integrations.find(({ isDefault }) => isDefault) ?? integrations[0];
  const form = useForm<{ integrationId: string; mode: SyncMode }>({ integrationId: first?.id ?? '', mode: 'FULL' }, async (values) => {
    await start(values);
    onClose();
  });
  const { mode } = form.values;
  return (
    <FormDialog title={t('sync')} submit={t('syncSubmit')} form={form} onClose={onClose}>
      <SelectField
        label={t('integration')}
        {...form.bind('integrationId')}
        choices={integrations.map(({ id, name, externalProjectName, isDefault }) => ({
          value: id,
          text: `${name}: ${externalProjectName}`,
          ...(isDefault ? { note: t('isDefault') } : {}),
        }))}
      />
      <SelectField
        label={t('mode')}
        {...form.bind('mode')}
        onChange={(value) => form.set({ mode: value as SyncMode })}
        help={t(mode === 'FULL' ? 'modeFullHelp' : 'modeChangesHelp')}
        choices={[
          { value: 'FULL', text: t('modeFull') },
          { value: 'CHANGES', text: t('modeChanges') },
        ]}
      />
    </FormDialog>
  );
}
