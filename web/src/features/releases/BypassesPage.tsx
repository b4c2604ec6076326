import { useMemo } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../lib/i18n/format';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useBypassWords } from '../../ui/bypasses/useBypassWords';
import type { Column } from '../../ui/table/DataTable';
import { useBypasses, type Bypassed } from './api';
import { Report } from './parts/Report';
import { texts } from './texts';
import { usePeriod } from './usePeriod';
import './releases.css';

/** Who went around what in the project in a period, when, why, and with whom. */
export function BypassesPage() {
  const t = useTexts(texts);
  const { key } = useProject();
  const [period, setPeriod] = usePeriod();
  const bypasses = useBypasses(key, period);
  const columns = useColumns(key);
  return (
    <Report
      id="bypasses"
      file="bypasses"
      title={t('bypasses')}
      subtitle={t('bypassesSubtitle')}
      also={{ path: 'production-changes', text: t('changes') }}
      period={period}
      onPeriod={setPeriod}
      rows={bypasses}
      columns={columns}
      rowKey={({ runId, task, action, at }) => [runId, task, action, at].join(' ')}
      empty={t('noBypasses')}
    />
  );
}

function useColumns(key: string): Column<Bypassed>[] {
  const t = useTexts(texts);
  const format = useFormat();
  const words = useBypassWords();
  return useMemo(
    () => [
      { id: 'at', header: t('at'), width: '10rem', sortBy: ({ at }) => at, cell: ({ at }) => format.dateTime(at) },
      {
        id: 'item',
        header: t('item'),
        sortBy: ({ workItemId }) => workItemId,
        cell: ({ workItemId, releasePackage }) => (
          <span>
            <Link to={`/projects/${key}/user-stories/${workItemId}`}>{workItemId}</Link>
            {releasePackage != null && <div className="rl-hint">{t('inPackage', { name: releasePackage })}</div>}
          </span>
        ),
      },
      {
        id: 'task',
        header: t('task'),
        isOptional: false,
        sortBy: ({ stage, task }) => `${stage} ${task}`,
        cell: ({ runId, stage, task }) => (
          <Link to={`/projects/${key}/pipeline-activity/${runId}?stage=${encodeURIComponent(stage)}`}>
            {stage} – {task}
          </Link>
        ),
      },
      { id: 'what', header: t('what'), isOptional: false, sortBy: ({ action }) => action, cell: ({ action }) => words(action) },
      { id: 'askedBy', header: t('askedBy'), sortBy: ({ askedBy }) => askedBy, cell: ({ askedBy }) => askedBy },
      { id: 'reason', header: t('reason'), cell: ({ reason }) => reason },
      {
        id: 'confirmedBy',
        header: t('confirmedBy'),
        sortBy: ({ confirmedBy }) => confirmedBy,
        cell: ({ confirmedBy, confirmedAt }) =>
          confirmedBy != null && (
            <span>
              {confirmedBy}
              {confirmedAt != null && <div className="rl-hint">{format.dateTime(confirmedAt)}</div>}
            </span>
          ),
      },
    ],
    [t, format, words, key],
  );
}
