import { useMemo, useState } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { EmptyState } from '../../../ui/EmptyState';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag, type State } from '../../../ui/StatusTag';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import { FilterSelect } from '../../../ui/table/FilterSelect';
import { useWriteBacks, type WriteBack, type WriteBackState } from '../api';
import { texts } from '../texts';

const looks: Readonly<Record<WriteBackState, State>> = {
  WAITING: 'WAITING',
  WRITTEN: 'DONE',
  REFUSED: 'WARNING',
  GIVEN_UP: 'FAILED',
};
const states = Object.keys(looks) as WriteBackState[];

/** What the external system was told, and what it said. */
export function WriteBacks({ projectKey, integrationId }: { projectKey: string; integrationId: string }) {
  const t = useTexts(texts);
  const [state, setState] = useState<WriteBackState | ''>('');
  const writeBacks = useWriteBacks(projectKey, integrationId, state);
  const columns = useColumns(projectKey);
  return (
    <>
      <Title level="H2" size="H5">
        {t('writeBacks')}
      </Title>
      <DataTable
        id="write-backs"
        label={t('writeBacks')}
        columns={columns}
        rows={writeBacks.items}
        rowKey={({ id }) => id}
        problem={writeBacks.problem}
        retry={writeBacks.retry}
        hasMore={writeBacks.hasMore}
        loadMore={writeBacks.loadMore}
        isLoadingMore={writeBacks.isLoading}
        isFiltered={state !== ''}
        filters={
          <FilterSelect
            label={t('state')}
            all={t('allStates')}
            value={state}
            onChange={(value) => setState(value as WriteBackState | '')}
            choices={states.map((value) => ({ value, text: t(`state${value}`) }))}
          />
        }
        empty={<EmptyState title={t('writeBacksEmpty')}>{t('writeBacksEmptyNext')}</EmptyState>}
      />
    </>
  );
}

function useColumns(projectKey: string): Column<WriteBack>[] {
  const t = useTexts(texts);
  return useMemo(
    () => [
      {
        id: 'at',
        header: t('at'),
        sortBy: ({ createdAt }) => createdAt,
        cell: ({ endedAt, createdAt }) => <RelativeTime at={endedAt ?? createdAt} />,
      },
      {
        id: 'workItem',
        header: t('workItem'),
        isOptional: false,
        sortBy: ({ workItem }) => workItem,
        cell: ({ workItem }) => <Link to={`/projects/${projectKey}/user-stories/${workItem}`}>{workItem}</Link>,
      },
      { id: 'kind', header: t('kind'), sortBy: ({ kind }) => kind, cell: ({ kind }) => t(`kind${kind}`) },
      { id: 'content', header: t('content'), cell: ({ content }) => content },
      {
        id: 'state',
        header: t('state'),
        sortBy: ({ state }) => state,
        cell: ({ state }) => <StatusTag state={looks[state]} text={t(`state${state}`)} />,
      },
      { id: 'message', header: t('message'), cell: ({ message }) => message },
      {
        id: 'attempts',
        header: t('attempts'),
        align: 'end',
        isHiddenAtFirst: true,
        sortBy: ({ attempts }) => attempts,
        cell: ({ attempts }) => attempts,
      },
    ],
    [t, projectKey],
  );
}
