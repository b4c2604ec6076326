import { useMemo } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { Link } from 'react-router';
import { connectorName, useConnectors } from '../../../lib/connectors';
import { useTexts } from '../../../lib/i18n/texts';
import { RelativeTime } from '../../../ui/RelativeTime';
import type { Column } from '../../../ui/table/DataTable';
import type { Integration } from '../api';
import { texts } from '../texts';

interface Actions {
  onEdit: (integration: Integration) => void;
  onRemove: (integration: Integration) => void;
}

/** @param actions left out for people who may not */
export function useColumns(projectKey: string, actions: Actions | undefined): Column<Integration>[] {
  const t = useTexts(texts);
  const connectors = useConnectors();
  const writeBack = useWriteBackWords();
  return useMemo(() => {
    const columns: Column<Integration>[] = [
      {
        id: 'name',
        header: t('name'),
        isOptional: false,
        sortBy: ({ name }) => name,
        cell: ({ id, name, isDefault }) => (
          <span className="ty-row">
            <Link to={`/projects/${projectKey}/settings/alm-integrations/${id}`}>{name}</Link>
            {isDefault && (
              <Tag design="Information" hideStateIcon>
                {t('isDefaultTag')}
              </Tag>
            )}
          </span>
        ),
      },
      { id: 'description', header: t('description'), isHiddenAtFirst: true, cell: ({ description }) => description },
      {
        id: 'externalSystem',
        header: t('externalSystem'),
        sortBy: ({ externalSystem }) => connectorName(connectors, externalSystem),
        cell: ({ externalSystem }) => connectorName(connectors, externalSystem),
      },
      {
        id: 'project',
        header: t('project'),
        sortBy: ({ externalProjectName }) => externalProjectName,
        cell: ({ externalProjectName }) => externalProjectName,
      },
      { id: 'hostUrl', header: t('hostUrl'), sortBy: ({ hostUrl }) => hostUrl, cell: ({ hostUrl }) => hostUrl },
      { id: 'writeBack', header: t('writeBack'), cell: writeBack },
      {
        id: 'modified',
        header: t('modified'),
        sortBy: ({ modifiedAt, createdAt }) => modifiedAt ?? createdAt,
        cell: ({ modifiedAt, createdAt }) => <RelativeTime at={modifiedAt ?? createdAt} />,
      },
    ];
    if (actions !== undefined) {
      columns.push({
        id: 'actions',
        header: t('actions'),
        isOptional: false,
        width: '11rem',
        cell: (integration) => (
          <span className="ty-row-actions">
            <Button
              design="Transparent"
              accessibleName={`${t('edit')} ${integration.name}`}
              onClick={() => actions.onEdit(integration)}
            >
              {t('edit')}
            </Button>
            <Button
              design="Transparent"
              accessibleName={`${t('remove')} ${integration.name}`}
              onClick={() => actions.onRemove(integration)}
            >
              {t('remove')}
            </Button>
          </span>
        ),
      });
    }
    return columns;
  }, [t, projectKey, connectors, writeBack, actions]);
}

/** What is written back, in words. */
export function useWriteBackWords(): (integration: Integration) => string {
  const t = useTexts(texts);
  return useMemo(
    () =>
      ({ writeBack }) => {
        const words = (['references', 'comments', 'status'] as const).filter((each) => writeBack[each]);
        return words.length === 0 ? t('nothing') : words.map((each) => t(each)).join('; ');
      },
    [t],
  );
}
