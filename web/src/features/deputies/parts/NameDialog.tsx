import { useState } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { TextField } from '../../../ui/form/fields';
import { TimeField } from '../../../ui/form/TimeField';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useNameDeputy } from '../api';
import { texts } from '../texts';

export function NameDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const name = useNameDeputy();
  const [isChecked, setIsChecked] = useState(false);
  const form = useForm({ deputy: '', from: '', until: '' }, async ({ deputy, from, until }) => {
    setIsChecked(true);
    if (from === '' || until === '') {
      return;
    }
    await name.mutateAsync({ deputy, from: new Date(from).toISOString(), until: new Date(until).toISOString() });
    onClose();
  });

  function missing(value: string): string | undefined {
    return isChecked && value === '' ? t('timeMissing') : undefined;
  }

  const from = form.bind('from');
  const until = form.bind('until');
  return (
    <FormDialog title={t('create')} submit={t('createSubmit')} form={form} onClose={onClose}>
      <TextField label={t('deputy')} isRequired help={t('deputyHelp')} {...form.bind('deputy')} />
      <TimeField label={t('from')} isRequired {...from} error={from.error ?? missing(from.value)} />
      <TimeField label={t('until')} isRequired {...until} error={until.error ?? missing(until.value)} />
    </FormDialog>
  );
}
