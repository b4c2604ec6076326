import { useCallback } from 'react';
import { useTexts } from '../../lib/i18n/texts';
import { texts } from './texts';

const known = ['skip', 'mark-done', 'retry', 'override', 'override-freeze', 'unapproved'] as const;

/** Says what was done to go around a rule in the language of the person. */
export function useBypassWords(): (action: string) => string {
  const t = useTexts(texts);
  return useCallback(
    (action) => {
      const found = known.find((each) => each === action);
      return found === undefined ? action : t(`bypass_${found}`);
    },
    [t],
  );
}
