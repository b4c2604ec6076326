import { useMemo, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Link } from 'react-router';
import { connectorName, useConnectors } from '../../../lib/connectors';
import { useTexts } from '../../../lib/i18n/texts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { EmptyState } from '../../../ui/EmptyState';
import { rankOf, useTypeName } from '../../../ui/environments/types';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { StatusTag } from '../../../ui/StatusTag';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import { useDropEnvironment, useEnvironmentUse, type UsedEnvironment } from '../api';
import { texts } from '../texts';
import { AddDialog } from './AddDialog';

interface Props {
  projectKey: string;
  canEdit: boolean;
  environments: readonly UsedEnvironment[] | undefined;
  problem: unknown;
  retry: () => void;
}

/** The environments that the project uses, and which of them are sources. */
export function UsedEnvironments({ projectKey, canEdit, environments, problem, retry }: Props) {
  const t = useTexts(texts);
  const use = useEnvironmentUse(projectKey);
  const drop = useDropEnvironment(projectKey);
  const [isAdding, setIsAdding] = useState(false);
  const [removing, setRemoving] = useState<UsedEnvironment | null>(null);
  const { mutate } = use;
  const actions = useMemo(
    () =>
      canEdit
        ? {
            onSource: ({ id }: UsedEnvironment, source: boolean) => mutate({ id, source }),
            onRemove: setRemoving,
          }
        : undefined,
    [canEdit, mutate],
  );
  const columns = useColumns(actions);
  const add = canEdit && <Button onClick={() => setIsAdding(true)}>{t('add')}</Button>;
  return (
    <>
      <ProblemMessage problem={use.error} />
      <DataTable
        id="project-environments"
        label={t('environments')}
        columns={columns}
        rows={environments}
        rowKey={({ id }) => id}
        problem={problem}
        retry={retry}
        filters={<span className="ty-field-help">{t('sourceHelp')}</span>}
        actions={environments?.length !== 0 && add}
        empty={
          <EmptyState title={t('emptyTitle')} icon="org-chart" action={add}>
            {t(canEdit ? 'emptyNext' : 'emptyNotMine')}
          </EmptyState>
        }
      />
      {isAdding && (
        <AddDialog
          projectKey={projectKey}
          used={(environments ?? []).map(({ id }) => id)}
          onClose={() => setIsAdding(false)}
        />
      )}
      {removing !== null && (
        <ConfirmDialog
          title={t('removeTitle', { name: removing.name })}
          confirm={t('remove')}
          isNegative
          onConfirm={() => drop.mutateAsync(removing.id)}
          onClose={() => setRemoving(null)}
        >
          {t('removeText')}
        </ConfirmDialog>
      )}
    </>
  );
}

interface Actions {
  onSource: (environment: UsedEnvironment, source: boolean) => void;
  onRemove: (environment: UsedEnvironment) => void;
}

function useColumns(actions: Actions | undefined): Column<UsedEnvironment>[] {
  const t = useTexts(texts);
  const typeName = useTypeName();
  const connectors = useConnectors();
  return useMemo(() => {
    const columns: Column<UsedEnvironment>[] = [
      {
        id: 'name',
        header: t('environment'),
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
        id: 'source',
        header: t('source'),
        isOptional: false,
        sortBy: ({ source }) => !source,
        cell: (environment) => (
          <CheckBox
            accessibleName={t('sourceOf', { name: environment.name })}
            checked={environment.source}
            disabled={actions === undefined}
            onChange={(event) => actions?.onSource(environment, event.target.checked)}
          />
        ),
      },
    ];
    if (actions !== undefined) {
      columns.push({
        id: 'actions',
        header: t('actions'),
        isOptional: false,
        width: '8rem',
        cell: (environment) => (
          <Button
            design="Transparent"
            accessibleName={`${t('remove')} ${environment.name}`}
            onClick={() => actions.onRemove(environment)}
          >
            {t('remove')}
          </Button>
        ),
      });
    }
    return columns;
  }, [t, typeName, connectors, actions]);
}
