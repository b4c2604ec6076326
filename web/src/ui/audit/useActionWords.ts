import { useMemo } from 'react';
import { useTexts } from '../../lib/i18n/texts';
import { texts } from './texts';

type Key = Extract<keyof typeof texts.en, string>;

const prefix = 'action_';
const keys = Object.keys(texts.en) as Key[];

/** What the trail calls each of its actions. */
export const auditActions: readonly string[] = keys.map((key) => key.slice(prefix.length).replaceAll('_', '-'));

/** Says an action of the trail in the language of the person; one that is not known yet in the trail's own word. */
export function useActionWords(): (action: string) => string {
  const t = useTexts(texts);
  return useMemo(() => {
    const words = new Map(keys.map((key) => [key.slice(prefix.length).replaceAll('_', '-'), t(`action_${key.slice(prefix.length)}` as Key)]));
    return (action) => words.get(action) ?? spelled(action);
  }, [t]);
}

function spelled(action: string): string {
  const text = action.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
