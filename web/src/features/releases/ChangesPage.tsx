import { useMemo } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n/format';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useBypassWords } from '../../ui/bypasses/useBypassWords';
import { StatusTag } from '../../ui/StatusTag';
import type { Column } from '../../ui/table/DataTable';
import { useProductionChanges, type Change } from './api';
import { Report } from './parts/Report';
import { texts } from './texts';
import { usePeriod } from './usePeriod';
import './releases.css';

/** The report Changes in Production of a period. */
export function ChangesPage() {
  const t = useTexts(texts);
  const { key } = useProject();
  const [period, setPeriod] = usePeriod();
  const changes = useProductionChanges(key, period);
  const columns = useColumns(key);
  return (
    <Report
      id="production-changes"
      file="changes-in-production"
      title={t('changes')}
      subtitle={t('changesSubtitle')}
      also={{ path: 'bypasses', text: t('bypasses') }}
      period={period}
      onPeriod={setPeriod}
      rows={changes}
      columns={columns}
      rowKey={({ runId, environment, kind, externalId, at }) => [runId, environment, kind, externalId, at].join(' ')}
      empty={t('noChanges')}
    />
  );
}

function useColumns(key: string): Column<Change>[] {
  const t = useTexts(texts);
  const format = useFormat();
  const words = useBypassWords();
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
      {
        id: 'bypasses',
        header: t('bypasses'),
        sortBy: ({ bypasses }) => -bypasses.length,
        cell: ({ bypasses }) => (
          <ul className="rl-open">
            {bypasses.map(({ task, action, at, askedBy, reason, confirmedBy }) => (
              <li key={`${task} ${action} ${at}`}>
                <StatusTag state="WARN" text={words(action)} /> {task}: {askedBy}{' '}
                <span className="rl-hint">
                  {reason} {confirmedBy != null && t('with', { name: confirmedBy })}
                </span>
              </li>
            ))}
          </ul>
        ),
      },
    ],
    [t, format, words, key],
  );
}
