import { useMemo, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useFormat } from '../../lib/i18n/format';
import { useTexts } from '../../lib/i18n/texts';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { DataTable, type Column } from '../../ui/table/DataTable';
import { useDeputies, useEndDeputy, type Deputy } from './api';
import { NameDialog } from './parts/NameDialog';
import { texts } from './texts';

/** Who stands in for the person, and for whom the person does. */
export function DeputiesPage() {
  const t = useTexts(texts);
  const deputies = useDeputies();
  const end = useEndDeputy();
  const [isNaming, setIsNaming] = useState(false);
  const [ending, setEnding] = useState<Deputy | null>(null);
  const columns = useColumns(setEnding);
  const create = (
    <Button design="Emphasized" onClick={() => setIsNaming(true)}>
      {t('create')}
    </Button>
  );
  const isEmpty = deputies.data?.items.length === 0;
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={!isEmpty && create} />
      <PageBody>
        <DataTable
          id="deputies"
          label={t('title')}
          columns={columns}
          rows={deputies.data?.items}
          rowKey={({ id }) => id}
          problem={deputies.error}
          retry={() => void deputies.refetch()}
          empty={
            <EmptyState title={t('emptyTitle')} action={create}>
              {t('emptyNext')}
            </EmptyState>
          }
        />
      </PageBody>
      {isNaming && <NameDialog onClose={() => setIsNaming(false)} />}
      {ending !== null && (
        <ConfirmDialog
          title={t('endTitle', { name: ending.deputy })}
          confirm={t('end')}
          isNegative
          onConfirm={() => end.mutateAsync(ending.id)}
          onClose={() => setEnding(null)}
        >
          {t('endText')}
        </ConfirmDialog>
      )}
    </>
  );
}

function useColumns(onEnd: (deputy: Deputy) => void): Column<Deputy>[] {
  const t = useTexts(texts);
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'deputy',
        header: t('deputy'),
        isOptional: false,
        sortBy: ({ deputy }) => deputy,
        cell: ({ deputy, mine }) => (mine ? deputy : t('me', { name: deputy })),
      },
      {
        id: 'person',
        header: t('person'),
        isOptional: false,
        sortBy: ({ person }) => person,
        cell: ({ person, mine }) => (mine ? t('me', { name: person }) : person),
      },
      { id: 'from', header: t('from'), sortBy: ({ from }) => from, cell: ({ from }) => format.dateTime(from) },
      { id: 'until', header: t('until'), sortBy: ({ until }) => until, cell: ({ until }) => format.dateTime(until) },
      {
        id: 'state',
        header: t('state'),
        cell: ({ active }) => (
          <StatusTag state={active ? 'ACTIVE' : 'READY'} text={t(active ? 'stateActive' : 'statePlanned')} />
        ),
      },
      {
        id: 'actions',
        header: t('actions'),
        isOptional: false,
        cell: (deputy) =>
          deputy.mine && (
            <Button
              design="Transparent"
              accessibleName={`${t('end')} ${deputy.deputy}`}
              onClick={() => onEnd(deputy)}
            >
              {t('end')}
            </Button>
          ),
      },
    ],
    [t, format, onEnd],
  );
}
