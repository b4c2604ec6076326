import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { CopyButton } from '../../../ui/CopyButton';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useSubscribe } from '../api';
import { texts } from '../texts';

/** Asks first, because an older address ends; then shows the new one this once. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const subscribe = useSubscribe();
  const [url, setUrl] = useState<string | null>(null);
  const form = useForm({}, async () => setUrl((await subscribe.mutateAsync()).url ?? ''));
  if (url === null) {
    return (
      <FormDialog title={t('subscribeTitle')} submit={t('subscribe')} form={form} onClose={onClose}>
        {t('subscribeText')}
      </FormDialog>
    );
  }
  return (
    <DialogFrame
      title={t('feedTitle')}
      onClose={onClose}
      footer={
        <Button design="Emphasized" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <div className="ty-dialog-body">
        <span>{t('feedText')}</span>
        <code className="ty-code">{url}</code>
        <CopyButton text={url} />
      </div>
    </DialogFrame>
  );
}
