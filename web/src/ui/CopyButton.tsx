import { useState } from 'react';
import '@ui5/webcomponents-icons/dist/copy.js';
import '@ui5/webcomponents-icons/dist/accept.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../lib/i18n/texts';
import { texts } from './texts';

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useTexts(texts);
  const [isDone, setIsDone] = useState(false);
  return (
    <Button
      icon={isDone ? 'accept' : 'copy'}
      design="Transparent"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setIsDone(true))}
    >
      {isDone ? t('copied') : (label ?? t('copy'))}
    </Button>
  );
}
