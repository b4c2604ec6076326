import { useMemo } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { useRoleWords } from '../../../ui/roles/useRoleWords';
import { StatusTag } from '../../../ui/StatusTag';
import type { Column } from '../../../ui/table/DataTable';
import type { User } from '../api';
import { texts } from '../texts';

interface Actions {
  onEdit: (user: User) => void;
  onLock: (user: User) => void;
}

/** @param actions left out for people who may only read */
export function useColumns(actions: Actions | undefined): Column<User>[] {
  const t = useTexts(texts);
  const roleWord = useRoleWords();
  const { onEdit, onLock } = actions ?? {};
  return useMemo(() => {
    const columns: Column<User>[] = [
      { id: 'name', header: t('name'), isOptional: false, sortBy: (user) => user.name, cell: (user) => user.name },
      {
        id: 'displayName',
        header: t('displayName'),
        sortBy: (user) => user.displayName,
        cell: (user) => user.displayName,
      },
      { id: 'email', header: t('email'), sortBy: (user) => user.email, cell: (user) => user.email },
      { id: 'roles', header: t('roles'), cell: (user) => user.roles.map(roleWord).join(', ') },
      {
        id: 'aliases',
        header: t('aliases'),
        cell: (user) => user.aliases.map(({ system, name }) => `${name} (${system})`).join(', '),
      },
      {
        id: 'state',
        header: t('state'),
        sortBy: (user) => user.locked,
        cell: (user) => <StatusTag state={user.locked ? 'LOCKED' : 'ACTIVE'} />,
      },
    ];
    if (onEdit !== undefined && onLock !== undefined) {
      columns.push({
        id: 'actions',
        header: t('actions'),
        isOptional: false,
        width: '12rem',
        cell: (user) => (
          <div className="ty-row">
            <Button
              design="Transparent"
              accessibleName={`${t('edit')} ${user.displayName}`}
              onClick={() => onEdit(user)}
            >
              {t('edit')}
            </Button>
            <Button
              design="Transparent"
              accessibleName={`${t(user.locked ? 'unlock' : 'lock')} ${user.displayName}`}
              onClick={() => onLock(user)}
            >
              {t(user.locked ? 'unlock' : 'lock')}
            </Button>
          </div>
        ),
      });
    }
    return columns;
  }, [t, roleWord, onEdit, onLock]);
}
