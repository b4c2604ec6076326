import { useMemo, useState } from 'react';
import '@ui5/webcomponents-icons/dist/excel-attachment.js';
import '@ui5/webcomponents-icons/dist/pdf-attachment.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { Link } from 'react-router';
import { download } from '../../lib/api/download';
import { useFormat } from '../../lib/i18n/format';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { DayField } from '../../ui/form/DayField';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { StatusTag } from '../../ui/StatusTag';
import { DataTable, type Column } from '../../ui/table/DataTable';
import { useProductionChanges, type Change } from './api';
import { texts } from './texts';
import './releases.css';

const month = 30 * 24 * 60 * 60 * 1000;

/** The report Changes in Production of a period. */
export function ChangesPage() {
  const t = useTexts(texts);
  const { key } = useProject();
  const [period, setPeriod] = useState(() => ({ from: day(Date.now() - month), to: day(Date.now()) }));
  const [problem, setProblem] = useState<unknown>(null);
  const changes = useProductionChanges(key, period);
  const columns = useColumns(key);
  const wrong = changes.error;

  async function take(format: 'xlsx' | 'pdf') {
    setProblem(null);
    try {
      const query = new URLSearchParams({ ...period, format });
      await download(
        `/api/v1/projects/${key}/production-changes/export?${query.toString()}`,
        `changes-in-production-${key}-${period.from}-${period.to}.${format}`,
      );
    } catch (thrown) {
      setProblem(thrown);
    }
  }

  return (
    <>
      <PageHeader
        breadcrumbs={<Link to={`/projects/${key}/releases`}>{t('title')}</Link>}
        title={t('changes')}
        subtitle={t('changesSubtitle')}
        actions={
          <>
            <Button icon="excel-attachment" onClick={() => void take('xlsx')}>
              {t('excel')}
            </Button>
            <Button icon="pdf-attachment" onClick={() => void take('pdf')}>
              {t('pdf')}
            </Button>
          </>
        }
      />
      <PageBody>
        <ProblemMessage problem={problem} />
        <div className="ty-row">
          <DayField
            label={t('from')}
            name="from"
            value={period.from}
            help=""
            error={undefined}
            onChange={(from) => from !== '' && setPeriod((before) => ({ ...before, from }))}
          />
          <DayField
            label={t('to')}
            name="to"
            value={period.to}
            help=""
            error={undefined}
            onChange={(to) => to !== '' && setPeriod((before) => ({ ...before, to }))}
          />
        </div>
        {wrong !== null && <ProblemMessage problem={wrong} retry={() => void changes.refetch()} />}
        <DataTable
          id="production-changes"
          label={t('changes')}
          columns={columns}
          rows={wrong === null ? changes.data : []}
          rowKey={({ runId, environment, kind, externalId, at }) => [runId, environment, kind, externalId, at].join(' ')}
          empty={<EmptyState title={t('noChanges')}>{t('noChangesNext')}</EmptyState>}
        />
      </PageBody>
    </>
  );
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function useColumns(key: string): Column<Change>[] {
  const t = useTexts(texts);
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'at', header: t('at'), width: '10rem', sortBy: ({ at }) => at, cell: ({ at }) => format.dateTime(at) },
      { id: 'environment', header: t('environment'), sortBy: ({ environment }) => environment, cell: ({ environment }) => environment },
      {
        id: 'item',
        header: t('item'),
        isOptional: false,
        sortBy: ({ workItemId }) => workItemId,
        cell: ({ workItemId, title, releasePackage, changeType }) => (
          <span>
            <Link to={`/projects/${key}/user-stories/${workItemId}`}>{workItemId}</Link> {title}
            {releasePackage != null && <div className="rl-hint">{t('inPackage', { name: releasePackage })}</div>}
            {changeType !== 'NORMAL' && <StatusTag state={changeType} />}
          </span>
        ),
      },
      {
        id: 'deliverable',
        header: t('deliverable'),
        cell: ({ name, version, externalId, rolledBack }) => (
          <span>
            {name} {version}
            {name !== externalId && <div className="rl-hint">{externalId}</div>}
            {rolledBack && <StatusTag state="ABORTED" text={t('rolledBack')} />}
          </span>
        ),
      },
      { id: 'objects', header: t('objects'), isHiddenAtFirst: true, cell: ({ objects }) => objects.join(', ') },
      { id: 'requester', header: t('requester'), sortBy: ({ requester }) => requester, cell: ({ requester }) => requester },
      { id: 'developer', header: t('developer'), sortBy: ({ developer }) => developer, cell: ({ developer }) => developer },
      { id: 'testers', header: t('tester'), cell: ({ testers }) => testers.join(', ') },
      {
        id: 'approvals',
        header: t('approver'),
        cell: ({ approvals }) => (
          <ul className="rl-open">
            {approvals.map(({ by, meaning, at }) => (
              <li key={`${by} ${at}`}>
                {by} <span className="rl-hint">{meaning}</span>
              </li>
            ))}
          </ul>
        ),
      },
      { id: 'importer', header: t('importer'), cell: ({ importer }) => importer },
      {
        id: 'log',
        header: t('log'),
        cell: ({ runId, log, documents }) => (
          <span>
            <Link to={`/projects/${key}/pipeline-activity/${runId}`}>{t('run')}</Link> {log}
            {documents.map(({ name, href }) => (
              <div key={href}>
                <a href={href}>{name}</a>
              </div>
            ))}
          </span>
        ),
      },
    ],
    [t, format, key],
  );
}
