import { useMemo } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { useRoleWords } from '../../../ui/roles/useRoleWords';
import { StatusTag } from '../../../ui/StatusTag';
import type { Column } from '../../../ui/table/DataTable';
import type { Project } from '../api';
import { texts } from '../texts';

/** @param onArchive left out for people who may not */
export function useColumns(onArchive: ((project: Project) => void) | undefined): Column<Project>[] {
  const t = useTexts(texts);
  const roleWord = useRoleWords();
  return useMemo(() => {
    const columns: Column<Project>[] = [
      {
        id: 'key',
        header: t('key'),
        width: '8rem',
        isOptional: false,
        sortBy: (project) => project.key,
        cell: (project) => <Link to={`/projects/${project.key}`}>{project.key}</Link>,
      },
      { id: 'name', header: t('name'), sortBy: (project) => project.name, cell: (project) => project.name },
      { id: 'description', header: t('description'), cell: (project) => project.description },
      { id: 'roles', header: t('roles'), cell: (project) => project.roles.map(roleWord).join(', ') },
      {
        id: 'state',
        header: t('state'),
        width: '8rem',
        sortBy: (project) => project.archived,
        cell: (project) => <StatusTag state={project.archived ? 'ARCHIVED' : 'ACTIVE'} />,
      },
    ];
    if (onArchive !== undefined) {
      columns.push({
        id: 'actions',
        header: t('actions'),
        width: '8rem',
        isOptional: false,
        cell: (project) => (
          <Button
            design="Transparent"
            accessibleName={`${t(project.archived ? 'restore' : 'archive')} ${project.name}`}
            onClick={() => onArchive(project)}
          >
            {t(project.archived ? 'restore' : 'archive')}
          </Button>
        ),
      });
    }
    return columns;
  }, [t, roleWord, onArchive]);
}
