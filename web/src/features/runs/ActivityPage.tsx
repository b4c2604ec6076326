import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { DataTable } from '../../ui/table/DataTable';
import { FilterSelect } from '../../ui/table/FilterSelect';
import { SearchField } from '../../ui/table/SearchField';
import { useRuns } from './api';
import { useRunColumns } from './parts/columns';
import { texts } from './texts';
import './runs.css';

const states = ['RUNNING', 'WAITING', 'FAILED', 'COMPLETED', 'ABORTED', 'SUPERSEDED'] as const;

/** Pipeline Activity: the runs of a project; its filters stand in the address. */
export function ActivityPage() {
  const t = useTexts(texts);
  const { key } = useProject();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') ?? '';
  const workItem = search.get('workItem') ?? '';
  const runs = useRuns(key, { state: orNone(state), workItem: orNone(workItem) });
  const columns = useRunColumns();

  function filter(name: string, value: string) {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') {
          next.delete(name);
        } else {
          next.set(name, value);
        }
        return next;
      },
      { replace: name === 'workItem' },
    );
  }

  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PageBody>
        <DataTable
          id="runs"
          label={t('title')}
          columns={columns}
          rows={runs.items}
          rowKey={(run) => run.id}
          problem={runs.problem}
          retry={runs.retry}
          isFiltered={state !== '' || workItem !== ''}
          hasMore={runs.hasMore}
          loadMore={runs.loadMore}
          isLoadingMore={runs.isLoading}
          filters={
            <>
              <ItemFilter value={workItem} onChange={(value) => filter('workItem', value)} />
              <FilterSelect
                label={t('state')}
                value={state}
                onChange={(value) => filter('state', value)}
                all={t('allStates')}
                choices={states.map((each) => ({ value: each, text: t(`state_${each}`) }))}
              />
            </>
          }
          empty={
            <EmptyState
              title={t('emptyTitle')}
              icon="process"
              action={<Link to={`/projects/${key}/user-stories`}>{t('toStories')}</Link>}
            >
              {t('emptyNext')}
            </EmptyState>
          }
        />
      </PageBody>
    </>
  );
}

const settleMs = 400;

/** Asks when typing has settled: the server wants the whole ID. */
function ItemFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTexts(texts);
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const wanted = text.trim().toUpperCase();
  if (asked !== value) {
    // Back and forward change the address without the field.
    setAsked(value);
    setText(wanted === value ? text : value);
  }
  useEffect(() => {
    if (wanted === value) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(wanted), settleMs);
    return () => clearTimeout(timer);
  });
  return <SearchField label={t('filterItem')} value={text} onChange={setText} />;
}

function orNone(value: string): string | undefined {
  return value === '' ? undefined : value;
}
