import { useMemo } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import type { Schema } from '../../../lib/api/client';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { useActionWords } from '../../../ui/audit/useActionWords';
import { EmptyState } from '../../../ui/EmptyState';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import { useAudit, useRuns, type ItemRef, type Run } from '../api';
import { detailsOf } from './details';
import { texts } from './texts';
import { useWording } from './useWording';

type Entry = Schema<'AuditLogEntry'>;

/** What was promoted, and who did what to the item. */
export function ActivityTab({ place }: { place: ItemRef }) {
  const t = useTexts(texts);
  const runs = useRuns(place);
  const audit = useAudit(place);
  const runColumns = useRunColumns(place.key);
  const auditColumns = useAuditColumns(place.key);
  return (
    <>
      <DataTable
        id="item-runs"
        label={t('runs')}
        filters={
          <Title level="H2" size="H5">
            {t('runs')}
          </Title>
        }
        columns={runColumns}
        rows={runs.items}
        rowKey={(run) => run.id}
        problem={runs.problem}
        retry={runs.retry}
        hasMore={runs.hasMore}
        loadMore={runs.loadMore}
        isLoadingMore={runs.isLoading}
        empty={<EmptyState title={t('noRuns')}>{t('noRunsNext')}</EmptyState>}
      />
      <DataTable
        id="item-audit"
        label={t('audit')}
        filters={
          <Title level="H2" size="H5">
            {t('audit')}
          </Title>
        }
        columns={auditColumns}
        rows={audit.items}
        rowKey={(entry) => entry.id}
        problem={audit.problem}
        retry={audit.retry}
        hasMore={audit.hasMore}
        loadMore={audit.loadMore}
        isLoadingMore={audit.isLoading}
        empty={<EmptyState title={t('noAudit')}>{t('noAuditNext')}</EmptyState>}
      />
    </>
  );
}

function useRunColumns(projectKey: string): Column<Run>[] {
  const t = useTexts(texts);
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'started',
        header: t('started'),
        isOptional: false,
        sortBy: (run) => run.startedAt,
        cell: (run) => (
          <Link to={`/projects/${projectKey}/pipeline-activity/${run.id}`}>{format.dateTime(run.startedAt)}</Link>
        ),
      },
      { id: 'state', header: t('state'), sortBy: (run) => run.state, cell: (run) => <StatusTag state={run.state} of={run.stage} /> },
      { id: 'candidate', header: t('candidate'), sortBy: (run) => run.candidate, cell: (run) => run.candidate },
      { id: 'by', header: t('by'), sortBy: (run) => run.startedBy, cell: (run) => run.startedBy },
      { id: 'ended', header: t('ended'), sortBy: (run) => run.endedAt, cell: (run) => <RelativeTime at={run.endedAt} /> },
      {
        id: 'history',
        header: t('history'),
        cell: (run) => (
          <Link
            to={`/projects/${projectKey}/pipeline-activity/${run.id}?history=shown`}
            aria-label={t('historyOf', { candidate: run.candidate })}
          >
            {t('toHistory')}
          </Link>
        ),
      },
    ],
    [t, format, projectKey],
  );
}

function useAuditColumns(projectKey: string): Column<Entry>[] {
  const wording = useWording(projectKey);
  const words = useActionWords();
  const t = useTexts(texts);
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'at', header: t('at'), width: '12rem', sortBy: (entry) => entry.at, cell: (entry) => format.dateTime(entry.at) },
      { id: 'by', header: t('by'), width: '10rem', sortBy: (entry) => entry.actor.name, cell: (entry) => entry.actor.name },
      { id: 'action', header: t('action'), isOptional: false, sortBy: (entry) => entry.action, cell: (entry) => words(entry.action) },
      { id: 'details', header: t('details'), cell: (entry) => detailsOf(entry.details, wording) },
    ],
    [t, format, wording, words],
  );
}
