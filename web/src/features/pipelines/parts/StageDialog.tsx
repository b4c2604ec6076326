import { TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useTexts } from '../../../lib/i18n/texts';
import { texts } from '../texts';

interface Props {
  /** Left out for a new one. */
  name?: string;
  onDone: (name: string) => void;
  onClose: () => void;
}

export function StageDialog({ name, onDone, onClose }: Props) {
  const t = useTexts(texts);
  const form = useForm({ name: name ?? '' }, (values) => {
    onDone(values.name.trim());
    onClose();
    return Promise.resolve();
  });
  return (
    <FormDialog
      title={t(name === undefined ? 'addStage' : 'renameStage')}
      submit={t(name === undefined ? 'add' : 'apply')}
      form={form}
      onClose={onClose}
    >
      <TextField label={t('stageName')} isRequired help={t('stageNameHelp')} {...form.bind('name')} />
    </FormDialog>
  );
}
