import { Title } from '@ui5/webcomponents-react/Title';
import { useTexts } from '../../../lib/i18n/texts';
import { DataTable } from '../../../ui/table/DataTable';
import { useRuns, type Run } from '../api';
import { texts } from '../texts';
import { useRunColumns } from './columns';

/** The history of the work item: what ran before and after this run. */
export function OtherRuns({ run }: { run: Run }) {
  const t = useTexts(texts);
  const runs = useRuns(run.project, { workItem: run.workItemId });
  const columns = useRunColumns(false);
  const others = runs.items?.filter(({ id }) => id !== run.id);
  const title = t('earlier', { item: run.workItemId });
  return (
    <section className="ty-section">
      <Title level="H2" size="H5" wrappingType="Normal">
        {title}
      </Title>
      {others?.length === 0 ? (
        <p>{t('earlierNone', { item: run.workItemId })}</p>
      ) : (
        <DataTable
          id="other-runs"
          label={title}
          columns={columns}
          rows={others}
          rowKey={(each) => each.id}
          problem={runs.problem}
          retry={runs.retry}
          hasMore={runs.hasMore}
          loadMore={runs.loadMore}
          isLoadingMore={runs.isLoading}
        />
      )}
    </section>
  );
}
