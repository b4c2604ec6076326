import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { CopyButton } from '../../../ui/CopyButton';
import { TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useCreateToken, type NewToken } from '../api';
import { texts } from '../texts';

const dayMs = 86_400_000;

/** Asks for a name, then shows the token this once. */
export function CreateTokenDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const create = useCreateToken();
  const [made, setMade] = useState<NewToken | null>(null);
  const form = useForm({ name: '', days: '' }, async ({ name, days }) => {
    const expiresAt = days === '' ? null : new Date(Date.now() + Number(days) * dayMs).toISOString();
    setMade(await create.mutateAsync({ name, expiresAt }));
  });
  if (made !== null) {
    return <MadeDialog made={made} onClose={onClose} />;
  }
  return (
    <FormDialog title={t('create')} submit={t('createSubmit')} form={form} onClose={onClose}>
      <TextField label={t('name')} isRequired help={t('nameHelp')} {...form.bind('name')} />
      <TextField label={t('expires')} type="Number" help={t('expiresHelp')} {...form.bind('days', 'expiresAt')} />
    </FormDialog>
  );
}

function MadeDialog({ made, onClose }: { made: NewToken; onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <DialogFrame
      title={t('madeTitle')}
      onClose={onClose}
      footer={
        <Button design="Emphasized" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <div className="ty-dialog-body">
        <span>{t('madeText')}</span>
        <code className="ty-code" data-testid="token">
          {made.token}
        </code>
        <CopyButton text={made.token} />
      </div>
    </DialogFrame>
  );
}
