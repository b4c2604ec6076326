import { useMemo } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { Link } from 'react-router';
import { connectorName, useConnectors } from '../../../lib/connectors';
import { useTexts } from '../../../lib/i18n/texts';
import { rankOf, useTypeName } from '../../../ui/environments/types';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import type { Column } from '../../../ui/table/DataTable';
import type { Environment } from '../api';
import { texts } from '../texts';

interface Actions {
  onTest?: ((environment: Environment) => void) | undefined;
  onEdit?: ((environment: Environment) => void) | undefined;
  onRemove?: ((environment: Environment) => void) | undefined;
}

export function useColumns({ onTest, onEdit, onRemove }: Actions): Column<Environment>[] {
  const t = useTexts(texts);
  const typeName = useTypeName();
  const connectors = useConnectors();
  return useMemo(() => {
    const columns: Column<Environment>[] = [
      {
        id: 'name',
        header: t('name'),
        isOptional: false,
        sortBy: ({ name }) => name,
        cell: ({ id, name }) => <Link to={`/administration/environments/${id}`}>{name}</Link>,
      },
      {
        id: 'connector',
        header: t('connector'),
        sortBy: ({ connector }) => connectorName(connectors, connector),
        cell: ({ connector }) => connectorName(connectors, connector),
      },
      { id: 'type', header: t('type'), sortBy: ({ type }) => rankOf(type), cell: ({ type }) => typeName(type) },
      { id: 'mode', header: t('mode'), sortBy: ({ mode }) => mode, cell: ({ mode }) => <StatusTag state={mode} /> },
      {
        id: 'modified',
        header: t('modified'),
        sortBy: ({ modifiedAt }) => modifiedAt,
        cell: ({ modifiedAt }) => <RelativeTime at={modifiedAt} />,
      },
    ];
    const actions = [
      ['test', onTest],
      ['edit', onEdit],
      ['remove', onRemove],
    ] as const;
    if (actions.some(([, action]) => action !== undefined)) {
      columns.push({
        id: 'actions',
        header: t('actions'),
        isOptional: false,
        width: '14rem',
        cell: (environment) => (
          <span className="ty-row-actions">
            {actions.map(
              ([word, action]) =>
                action !== undefined && (
                  <Button
                    key={word}
                    design="Transparent"
                    accessibleName={`${t(word)} ${environment.name}`}
                    onClick={() => action(environment)}
                  >
                    {t(word)}
                  </Button>
                ),
            )}
          </span>
        ),
      });
    }
    return columns;
  }, [t, typeName, connectors, onTest, onEdit, onRemove]);
}
