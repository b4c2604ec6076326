import { useMemo } from 'react';
import { Link } from 'react-router';
import { api, data, type Schema } from '../../../lib/api/client';
import { usePages } from '../../../lib/api/pages';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { EmptyState } from '../../../ui/EmptyState';
import { StatusTag } from '../../../ui/StatusTag';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import { useWords } from '../parts/words';
import { texts } from './texts';

type Decided = Schema<'MyDecisionsDecided'>;

/** What the person has decided so far, and deputies for the person; newest first. */
export function History() {
  const t = useTexts(texts);
  const columns = useColumns();
  const decisions = usePages(['inbox', 'history'], (cursor) =>
    data(api.GET('/api/v1/inbox/history', { params: { query: cursor === undefined ? {} : { cursor } } })),
  );
  return (
    <DataTable
      id="my-decisions"
      label={t('history')}
      columns={columns}
      rows={decisions.items}
      rowKey={({ id }) => id}
      problem={decisions.problem}
      retry={decisions.retry}
      hasMore={decisions.hasMore}
      loadMore={decisions.loadMore}
      isLoadingMore={decisions.isLoading}
      empty={<EmptyState title={t('historyEmpty')}>{t('historyEmptyNext')}</EmptyState>}
    />
  );
}

function useColumns(): Column<Decided>[] {
  const t = useTexts(texts);
  const words = useWords();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'at',
        header: t('historyAt'),
        isOptional: false,
        sortBy: ({ at }) => at,
        cell: ({ at }) => format.dateTime(at),
      },
      {
        id: 'decision',
        header: t('historyDecision'),
        isOptional: false,
        cell: ({ verdict, by, behalf, message }) => (
          <span>
            {words.decided(verdict, behalf == null ? by : t('byFor', { by, behalf }))}
            {message !== '' && <div className="ty-task-kind">{message}</div>}
          </span>
        ),
      },
      {
        id: 'task',
        header: t('historyTask'),
        isOptional: false,
        cell: ({ project, runId, stage, name }) => (
          <Link to={`/projects/${project}/pipeline-activity/${runId}?stage=${encodeURIComponent(stage)}`}>{name}</Link>
        ),
      },
      {
        id: 'item',
        header: t('historyItem'),
        cell: ({ project, workItemId, title }) => (
          <Link to={`/projects/${project}/user-stories/${workItemId}`}>
            {workItemId} {title}
          </Link>
        ),
      },
      { id: 'project', header: t('historyProject'), cell: ({ project }) => project },
      { id: 'stage', header: t('historyStage'), cell: ({ stage }) => stage },
      { id: 'run', header: t('historyRun'), cell: ({ runState }) => <StatusTag state={runState} /> },
    ],
    [t, words, format],
  );
}
