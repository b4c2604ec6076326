import { useMemo } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n/format';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { StatusTag } from '../../ui/StatusTag';
import { DataTable, type Column } from '../../ui/table/DataTable';
import { useSyncs, type Sync } from './api';
import { SyncStrip } from './sync/SyncStrip';
import { texts } from './texts';

/** Every sync of the project: who, when, how many, and what went wrong. */
export function SyncHistoryPage() {
  const t = useTexts(texts);
  const { key } = useProject();
  const syncs = useSyncs(key);
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('syncHistory')}
        subtitle={t('syncHistorySubtitle')}
        breadcrumbs={<Link to={`/projects/${key}/user-stories`}>{t('title')}</Link>}
      />
      <PageBody>
        <SyncStrip projectKey={key} started={[]} />
        <DataTable
          id="syncs"
          label={t('syncHistory')}
          columns={columns}
          rows={syncs.items}
          rowKey={({ id }) => id}
          problem={syncs.problem}
          retry={syncs.retry}
          total={syncs.total}
          hasMore={syncs.hasMore}
          loadMore={syncs.loadMore}
          isLoadingMore={syncs.isLoading}
          empty={<EmptyState title={t('noSyncs')}>{t('noSyncsNext')}</EmptyState>}
        />
      </PageBody>
    </>
  );
}

function useColumns(): Column<Sync>[] {
  const t = useTexts(texts);
  const format = useFormat();
  return useMemo(() => {
    const count = (id: keyof Sync['counts'], header: string): Column<Sync> => ({
      id,
      header,
      align: 'end',
      width: '6rem',
      sortBy: ({ counts }) => counts[id],
      cell: ({ counts }) => format.number(counts[id]),
    });
    return [
      {
        id: 'startedAt',
        header: t('startedAt'),
        width: '12rem',
        isOptional: false,
        sortBy: ({ startedAt }) => startedAt,
        cell: ({ startedAt }) => format.dateTime(startedAt),
      },
      { id: 'state', header: t('result'), width: '9rem', cell: ({ state }) => <StatusTag state={state} /> },
      { id: 'startedBy', header: t('startedBy'), width: '8rem', sortBy: ({ startedBy }) => startedBy, cell: ({ startedBy }) => startedBy },
      {
        id: 'integration',
        header: t('integration'),
        sortBy: ({ integrationName }) => integrationName,
        cell: ({ integrationName }) => integrationName,
      },
      { id: 'mode', header: t('mode'), cell: ({ mode }) => t(mode === 'FULL' ? 'modeFull' : 'modeChanges') },
      count('created', t('created')),
      count('updated', t('updated')),
      count('unchanged', t('unchanged')),
      count('gone', t('goneCount')),
      {
        id: 'duration',
        header: t('duration'),
        align: 'end',
        width: '6rem',
        cell: ({ startedAt, endedAt }) => endedAt != null && t('seconds', { seconds: seconds(startedAt, endedAt, format) }),
      },
      {
        id: 'message',
        header: t('message'),
        cell: ({ fault, messages }) => [...(fault == null ? [] : [fault]), ...messages].join(' '),
      },
    ];
  }, [t, format]);
}

function seconds(from: string, to: string, format: ReturnType<typeof useFormat>): string {
  return format.number(Math.round((Date.parse(to) - Date.parse(from)) / 100) / 10);
}
