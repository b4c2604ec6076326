import { useMemo } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import type { Schema } from '../../../lib/api/client';
import type { InboxItem } from '../../../lib/inbox';
import { useTexts } from '../../../lib/i18n/texts';
import { EmptyState } from '../../../ui/EmptyState';
import { StatusTag } from '../../../ui/StatusTag';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import { usePlan, type Run } from '../api';
import { texts } from './texts';

type Change = Schema<'PromotionPlanPlannedChange'>;

interface Props {
  run: Run;
  item: InboxItem;
}

/** What would change where, and what the gates say, read live; only while the run can still move. */
export function Targets({ run, item }: Props) {
  const t = useTexts(texts);
  const isOpen = run.state === 'RUNNING' || run.state === 'WAITING' || run.state === 'FAILED';
  const { data: plan, error, refetch, isFetching } = usePlan(run, isOpen);
  const columns = useColumns();
  if (!isOpen) {
    return null;
  }
  const isOfRun = plan?.runId === run.id;
  const changes = isOfRun ? plan.changes.filter(({ stage }) => stage === item.stage) : [];
  const gates = isOfRun ? plan.gates.filter(({ message }) => message !== '') : [];
  return (
    <>
      <section className="ty-section ty-plain">
        <Title level="H3" size="H5" wrappingType="Normal">
          {t('changes')}
        </Title>
        {plan === undefined && isFetching && (
          <p className="ty-task-kind" role="status">
            {t('changesBusy')}
          </p>
        )}
        <DataTable
          id="task-changes"
          label={t('changes')}
          columns={columns}
          rows={plan === undefined ? undefined : changes}
          rowKey={(each) => `${each.environmentId}${each.externalId}`}
          problem={error}
          retry={() => void refetch()}
          empty={<EmptyState title={t(isOfRun ? 'changesNone' : 'changesUnknown')} />}
        />
      </section>
      {gates.length > 0 && (
        <section className="ty-panel ty-section">
          <Title level="H3" size="H5">
            {t('gates')}
          </Title>
          <ul className="ty-gates">
            {gates.map((each) => (
              <li key={each.code + each.message}>
                <StatusTag state={each.verdict} /> <span>
                  {each.message} {each.cure}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function useColumns(): Column<Change>[] {
  const t = useTexts(texts);
  return useMemo(
    () => [
      { id: 'target', header: t('target'), isOptional: false, cell: (each) => each.environment },
      { id: 'name', header: t('name'), isOptional: false, cell: (each) => each.externalId },
      { id: 'from', header: t('from'), isOptional: false, cell: (each) => each.from ?? t('notThere') },
      { id: 'to', header: t('to'), isOptional: false, cell: (each) => each.to },
      { id: 'more', header: t('more'), isOptional: false, cell: (each) => each.details.join('; ') },
    ],
    [t],
  );
}
