import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { download } from '../../lib/api/download';
import { useTexts } from '../../lib/i18n/texts';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { DataTable } from '../../ui/table/DataTable';
import { useAudit, useVerifyAudit, type Filter } from './api';
import { useColumns } from './parts/columns';
import { FilterBar } from './parts/FilterBar';
import { texts } from './texts';

const nothing: Filter = { project: '', actor: '', action: '', subject: '', from: '', to: '' };

/** Administration > Audit. */
export function AuditPage() {
  const t = useTexts(texts);
  const [filter, setFilter] = useState(nothing);
  const [problem, setProblem] = useState<unknown>(null);
  const entries = useAudit(filter);
  const verify = useVerifyAudit();
  const columns = useColumns();
  const chain = verify.data;
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            <Button design="Emphasized" loading={verify.isPending} onClick={() => verify.mutate()}>
              {t('verify')}
            </Button>
            <Button
              onClick={() => {
                setProblem(null);
                download('/api/v1/audit/export', 'tyto-audit.ndjson').catch(setProblem);
              }}
            >
              {t('export')}
            </Button>
          </>
        }
      />
      <PageBody>
        <ProblemMessage problem={problem ?? verify.error} />
        <div role="status">
          {chain !== undefined && (
            <MessageStrip design={chain.intact ? 'Positive' : 'Negative'} hideCloseButton>
              {chain.broken == null
                ? t('intact', { sealed: chain.sealed, unsealed: chain.unsealed })
                : t('broken', { seq: chain.broken.seq, message: chain.broken.message })}
            </MessageStrip>
          )}
        </div>
        <DataTable
          id="audit"
          label={t('title')}
          columns={columns}
          rows={entries.items}
          rowKey={(entry) => entry.id}
          problem={entries.problem}
          retry={entries.retry}
          isFiltered={filter !== nothing}
          hasMore={entries.hasMore}
          loadMore={entries.loadMore}
          isLoadingMore={entries.isLoading}
          filters={<FilterBar filter={filter} onChange={setFilter} />}
        />
      </PageBody>
    </>
  );
}
