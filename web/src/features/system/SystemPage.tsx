import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Title } from '@ui5/webcomponents-react/Title';
import { api, data, type Schema } from '../../lib/api/client';
import { useFormat } from '../../lib/i18n/format';
import { useTexts } from '../../lib/i18n/texts';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { RelativeTime } from '../../ui/RelativeTime';
import { StatusTag } from '../../ui/StatusTag';
import { DataTable, type Column } from '../../ui/table/DataTable';
import { texts } from './texts';

type Node = Schema<'NodesNode'>;
type Job = Schema<'JobsJob'>;

/** Administration > System: read again every few seconds, since no event tells of it. */
export function SystemPage() {
  const t = useTexts(texts);
  const format = useFormat();
  const { data: system, error, refetch } = useQuery({
    queryKey: ['system'],
    queryFn: () => data(api.GET('/api/v1/system')),
    refetchInterval: 10_000,
  });
  return (
    <>
      <PageHeader title={t('title')} />
      <PageBody>
        <ProblemMessage problem={error} retry={() => void refetch()} />
        {system !== undefined && (
          <dl className="ty-facts ty-panel">
            <dt>{t('version')}</dt>
            <dd>{system.version}</dd>
            <dt>{t('java')}</dt>
            <dd>{system.java}</dd>
            <dt>{t('publicUrl')}</dt>
            <dd>{system.publicUrl ?? t('publicUrlNone')}</dd>
            <dt>{t('database')}</dt>
            <dd>
              {t(system.database.embedded ? 'databaseEmbedded' : 'databaseOwn', {
                version: system.database.version,
                size: format.bytes(system.database.bytes),
              })}
            </dd>
          </dl>
        )}
        <Title level="H2" size="H5">
          {t('nodes')}
        </Title>
        <DataTable
          id="system-nodes"
          label={t('nodes')}
          columns={useNodeColumns()}
          rows={system?.nodes}
          rowKey={(node) => node.id}
        />
        <Title level="H2" size="H5">
          {t('jobs')}
        </Title>
        <DataTable
          id="system-jobs"
          label={t('jobs')}
          columns={useJobColumns()}
          rows={system?.jobs}
          rowKey={(job) => job.name}
        />
      </PageBody>
    </>
  );
}

function useNodeColumns(): Column<Node>[] {
  const t = useTexts(texts);
  return useMemo(
    () => [
      { id: 'host', header: t('host'), isOptional: false, sortBy: (node) => node.host, cell: (node) => node.host },
      { id: 'version', header: t('version'), cell: (node) => node.version },
      { id: 'started', header: t('started'), cell: (node) => <RelativeTime at={node.startedAt} /> },
      { id: 'seen', header: t('seen'), cell: (node) => <RelativeTime at={node.seenAt} /> },
      {
        id: 'state',
        header: t('state'),
        cell: (node) =>
          node.alive && node.answering ? (
            <StatusTag state="ACTIVE" text={t('alive')} />
          ) : (
            <StatusTag state="WARNING" text={t('silent')} />
          ),
      },
    ],
    [t],
  );
}

function useJobColumns(): Column<Job>[] {
  const t = useTexts(texts);
  const format = useFormat();
  return useMemo(() => {
    const counted = (['scheduled', 'running', 'due', 'failing'] as const).map(
      (id): Column<Job> => ({
        id,
        header: t(id),
        align: 'end',
        sortBy: (job) => job[id],
        cell: (job) => format.number(job[id]),
      }),
    );
    return [
      { id: 'job', header: t('job'), isOptional: false, sortBy: (job) => job.name, cell: (job) => job.name },
      ...counted,
      { id: 'next', header: t('next'), cell: (job) => <RelativeTime at={job.next} /> },
      { id: 'lastSuccess', header: t('lastSuccess'), cell: (job) => <RelativeTime at={job.lastSuccess} /> },
      { id: 'lastFailure', header: t('lastFailure'), cell: (job) => <RelativeTime at={job.lastFailure} /> },
    ];
  }, [t, format]);
}
