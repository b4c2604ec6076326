import { useMemo } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { useRoleWords } from '../../../ui/roles/useRoleWords';
import { texts } from '../texts';

type Key = Parameters<ReturnType<typeof useTexts<(typeof texts)['en']>>>[0];

/** Words for codes of the API; a code that the page does not know is shown as it is. */
export function useWords() {
  const t = useTexts(texts);
  const roleWord = useRoleWords();
  return useMemo(() => {
    const say = (key: string, otherwise: string, values?: Record<string, string>) =>
      key in texts.en ? t(key as Key, values) : otherwise;
    const part = (code: string) => code.toLowerCase().replaceAll('-', '_');
    return {
      kind: (code: string) => say(`kind_${part(code)}`, code),
      waits: (code: string) => say(`waits_${part(code)}`, code),
      decided: (verdict: string, name: string) => say(`decided_${part(verdict)}`, `${name}: ${verdict}`, { name }),
      /** `role:approver` and `user:rita` as people say it. */
      assignee: (by: string) => {
        const [kind, name = by] = by.split(':');
        return kind === 'role' ? t('role', { name: roleWord(name) }) : name;
      },
    };
  }, [t, roleWord]);
}
