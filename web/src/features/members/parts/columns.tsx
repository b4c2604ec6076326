import { useMemo } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { useTexts } from '../../../lib/i18n/texts';
import { rankOf, useTypeName } from '../../../ui/environments/types';
import { useRoleWords } from '../../../ui/roles/useRoleWords';
import type { Column } from '../../../ui/table/DataTable';
import { roles, type Member, type UsedEnvironment } from '../api';
import { texts } from '../texts';

interface Actions {
  onEdit: (member: Member) => void;
  onRemove: (member: Member) => void;
}

/** @param actions left out for people who may not */
export function useColumns(environments: readonly UsedEnvironment[], actions: Actions | undefined): Column<Member>[] {
  const t = useTexts(texts);
  const typeName = useTypeName();
  const roleWord = useRoleWords();
  return useMemo(() => {
    const ranked = [...environments].sort((a, b) => rankOf(a.type) - rankOf(b.type) || a.name.localeCompare(b.name));
    const columns: Column<Member>[] = [
      {
        id: 'user',
        header: t('user'),
        isOptional: false,
        sortBy: ({ displayName }) => displayName,
        cell: ({ displayName, name }) => `${displayName} (${name})`,
      },
      {
        id: 'roles',
        header: t('roles'),
        sortBy: (member) => roles.findIndex((role) => member.roles.includes(role)),
        cell: (member) =>
          roles
            .filter((role) => member.roles.includes(role))
            .map((role) => roleWord(role))
            .join(', '),
      },
      {
        id: 'deployTo',
        header: t('deployTo'),
        cell: (member) => {
          const targets = ranked.filter(({ id }) => member.deployTo.includes(id));
          return targets.length === 0 ? (
            t('deployNone')
          ) : (
            <span className="ty-row">
              {targets.map(({ id, name, type }) => (
                <Tag
                  key={id}
                  design={type === 'PRODUCTION' ? 'Critical' : 'Neutral'}
                  hideStateIcon
                  title={typeName(type)}
                >
                  {type === 'PRODUCTION' ? `${name} - ${t('production')}` : name}
                </Tag>
              ))}
            </span>
          );
        },
      },
    ];
    if (actions !== undefined) {
      columns.push({
        id: 'actions',
        header: t('actions'),
        isOptional: false,
        width: '11rem',
        cell: (member) => (
          <span className="ty-row-actions">
            <Button
              design="Transparent"
              accessibleName={`${t('edit')} ${member.displayName}`}
              onClick={() => actions.onEdit(member)}
            >
              {t('edit')}
            </Button>
            <Button
              design="Transparent"
              accessibleName={`${t('remove')} ${member.displayName}`}
              onClick={() => actions.onRemove(member)}
            >
              {t('remove')}
            </Button>
          </span>
        ),
      });
    }
    return columns;
  }, [t, typeName, environments, actions, roleWord]);
}
