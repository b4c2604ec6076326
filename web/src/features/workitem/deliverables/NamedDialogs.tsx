import { useTexts } from '../../../lib/i18n/texts';
import { TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import type { ItemRef } from '../api';
import { useAttach } from './api';
import { texts } from './texts';

interface Props {
  place: ItemRef;
  onClose: () => void;
}

export function LinkDialog({ place, onClose }: Props) {
  const t = useTexts(texts);
  const attach = useAttach(place);
  const form = useForm({ url: '', name: '' }, async (values) => {
    await attach.mutateAsync({ kind: 'link', ...values });
    onClose();
  });
  return (
    <FormDialog title={t('addLink')} submit={t('addThis')} form={form} onClose={onClose}>
      <TextField label={t('address')} isRequired type="URL" help={t('addressHelp')} {...form.bind('url')} />
      <TextField label={t('name')} help={t('nameHelp')} {...form.bind('name')} />
    </FormDialog>
  );
}

export function CommitDialog({ place, onClose }: Props) {
  const t = useTexts(texts);
  const attach = useAttach(place);
  const form = useForm({ externalId: '', name: '', url: '' }, async (values) => {
    await attach.mutateAsync({ kind: 'commit', ...values });
    onClose();
  });
  return (
    <FormDialog title={t('addCommit')} submit={t('addThis')} form={form} onClose={onClose}>
      <TextField label={t('hash')} isRequired {...form.bind('externalId')} />
      <TextField label={t('name')} help={t('nameHelp')} {...form.bind('name')} />
      <TextField label={t('address')} type="URL" help={t('commitAddressHelp')} {...form.bind('url')} />
    </FormDialog>
  );
}
