import { useTexts } from '../../../lib/i18n/texts';
import { AreaField, TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useCreateProject } from '../api';
import { texts } from '../texts';

export function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const create = useCreateProject();
  const form = useForm({ key: '', name: '', description: '' }, async (values) => {
    await create.mutateAsync(values);
    onClose();
  });
  const { key } = form.values;
  return (
    <FormDialog title={t('create')} submit={t('createSubmit')} form={form} onClose={onClose}>
      <TextField
        label={t('key')}
        isRequired
        help={t('keyHelp', { example: `${key === '' ? 'BHA' : key}-16` })}
        {...form.bind('key')}
        onChange={(value) => form.set({ key: value.toUpperCase() })}
      />
      <TextField label={t('name')} isRequired {...form.bind('name')} />
      <AreaField label={t('description')} {...form.bind('description')} />
    </FormDialog>
  );
}
