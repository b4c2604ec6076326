import { useId, useState } from 'react';
import { DateTimePicker } from '@ui5/webcomponents-react/DateTimePicker';
import { useTexts } from '../../../lib/i18n/texts';
import { Frame, TextField, type Common } from '../../../ui/form/fields';
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

interface TimeProps extends Common {
  value: string;
  onChange: (value: string) => void;
}

function TimeField({ value, onChange, ...common }: TimeProps) {
  const id = useId();
  return (
    <Frame id={id} common={common}>
      <DateTimePicker
        id={id}
        accessibleName={common.label}
        value={value}
        valueFormat="yyyy-MM-dd'T'HH:mm"
        valueState={common.error === undefined ? 'None' : 'Negative'}
        onChange={(event) => onChange(event.detail.value)}
      />
    </Frame>
  );
}
