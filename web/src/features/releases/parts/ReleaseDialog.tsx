import { useTexts } from '../../../lib/i18n/texts';
import { DayField } from '../../../ui/form/DayField';
import { AreaField, CheckField, SelectField, TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useChangeRelease, useCreateRelease, type Release } from '../api';
import { texts } from '../texts';

interface Props {
  projectKey: string;
  /** The one that is changed; left out for a new one. */
  before: Release | undefined;
  onClose: () => void;
}

export function ReleaseDialog({ projectKey, before, onClose }: Props) {
  const t = useTexts(texts);
  const create = useCreateRelease(projectKey);
  const change = useChangeRelease(projectKey);
  const initial = {
    name: before?.name ?? '',
    description: before?.description ?? '',
    goLive: before?.goLive ?? '',
    state: before?.state ?? 'PLANNED',
    archived: before?.archived ?? false,
  };
  const form = useForm(initial, async (values) => {
    if (before === undefined) {
      const { name, description, goLive } = values;
      await create.mutateAsync({ name, description, goLive });
    } else {
      await change.mutateAsync({ id: before.id, version: before.version, change: values });
    }
    onClose();
  });
  return (
    <FormDialog
      title={before === undefined ? t('createTitle') : t('editTitle', { name: before.name })}
      submit={before === undefined ? t('create') : undefined}
      form={form}
      onClose={onClose}
    >
      <TextField label={t('name')} isRequired help={t('nameHelp')} {...form.bind('name')} />
      <DayField label={t('goLive')} help={t('goLiveHelp')} {...form.bind('goLive')} />
      <AreaField label={t('description')} {...form.bind('description')} />
      {before !== undefined && (
        <>
          <SelectField
            label={t('state')}
            help={t('stateHelp')}
            choices={[
              { value: 'PLANNED', text: t('PLANNED') },
              { value: 'RELEASED', text: t('RELEASED') },
            ]}
            {...form.bind('state')}
            onChange={(state) => form.set({ state: state === 'RELEASED' ? 'RELEASED' : 'PLANNED' })}
          />
          <CheckField label={t('archived')} help={t('archivedHelp')} {...form.bind('archived')} />
        </>
      )}
    </FormDialog>
  );
}
