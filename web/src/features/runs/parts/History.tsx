import { useMemo } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { EmptyState } from '../../../ui/EmptyState';
import { StatusTag } from '../../../ui/StatusTag';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import { useHistory, type Move, type Run } from '../api';
import { texts } from '../texts';

/** How the tasks of a run moved, read when somebody wants to see it; `?history=shown` does. */
export function History({ run }: { run: Run }) {
  const t = useTexts(texts);
  const [search, setSearch] = useSearchParams();
  const isShown = search.get('history') === 'shown';
  const history = useHistory(run.id, isShown);
  const columns = useColumns();

  function toggle() {
    const next = new URLSearchParams(search);
    if (isShown) {
      next.delete('history');
    } else {
      next.set('history', 'shown');
    }
    setSearch(next, { replace: true });
  }

  return (
    <section className="ty-section">
      <div className="ty-row">
        <Title level="H2" size="H5">
          {t('history')}
        </Title>
        <button type="button" className="ty-link-button" aria-expanded={isShown} onClick={toggle}>
          {t(isShown ? 'historyHide' : 'historyShow')}
        </button>
      </div>
      <p>{t('historyText')}</p>
      {isShown && (
        <DataTable
          id="run-history"
          label={t('history')}
          columns={columns}
          rows={history.data}
          rowKey={({ task, attempt, from, to, at }) => [task, attempt, from, to, at].join(' ')}
          problem={history.error}
          retry={() => void history.refetch()}
          empty={<EmptyState title={t('historyNone')}>{t('historyNext')}</EmptyState>}
        />
      )}
    </section>
  );
}

function useColumns(): Column<Move>[] {
  const t = useTexts(texts);
  const format = useFormat();
  return useMemo(
    () => [
      { id: 'at', header: t('at'), width: '12rem', isOptional: false, sortBy: ({ at }) => at, cell: ({ at }) => format.dateTime(at) },
      {
        id: 'task',
        header: t('task'),
        isOptional: false,
        sortBy: ({ task }) => task,
        cell: ({ task, attempt }) => (attempt > 1 ? `${task} (${t('attempts')} ${attempt})` : task),
      },
      { id: 'from', header: t('from'), width: '10rem', cell: ({ from }) => <StatusTag state={from} /> },
      { id: 'to', header: t('to'), width: '10rem', sortBy: ({ to }) => to, cell: ({ to }) => <StatusTag state={to} /> },
      { id: 'by', header: t('by'), width: '10rem', sortBy: ({ actorName }) => actorName, cell: ({ actorName }) => actorName },
      { id: 'reason', header: t('reason'), cell: ({ reason }) => reason },
    ],
    [t, format],
  );
}
