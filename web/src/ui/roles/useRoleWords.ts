import { useCallback } from 'react';
import { useTexts } from '../../lib/i18n/texts';
import { texts } from './texts';

const known = ['project-admin', 'release-manager', 'developer', 'approver', 'viewer', 'admin', 'auditor'] as const;

/** Says a role of a project or of the server in the language of the person. */
export function useRoleWords(): (role: string) => string {
  const t = useTexts(texts);
  return useCallback(
    (role) => {
      const found = known.find((each) => each === role);
      return found === undefined ? role : t(`role_${found}`);
    },
    [t],
  );
}
