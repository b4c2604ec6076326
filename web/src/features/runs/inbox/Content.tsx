import { useMemo } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import type { Schema } from '../../../lib/api/client';
import type { InboxItem } from '../../../lib/inbox';
import { useTexts } from '../../../lib/i18n/texts';
import { EmptyState } from '../../../ui/EmptyState';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import type { Run } from '../api';
import { texts } from './texts';

type Deliverable = Schema<'RunViewBrought'>;

interface Props {
  run: Run;
  item: InboxItem;
}

/** The content that a decision is about, as the run carries it, whatever became of the work item since. */
export function Content({ run, item }: Props) {
  const t = useTexts(texts);
  const columns = useColumns(run.releasePackage != null);
  return (
    <section className="ty-section ty-plain">
      <Title level="H3" size="H5" wrappingType="Normal">
        {t(item.reason === 'approval' ? 'whatTitle' : 'whatManual')}
      </Title>
      <dl className="ty-facts ty-panel">
        <dt>{t('candidate')}</dt>
        <dd>{run.candidate}</dd>
        <dt>{t('promotedBy')}</dt>
        <dd>{run.startedBy}</dd>
        <dt>{t('digest')}</dt>
        <dd>
          <code>{run.candidateDigest}</code>
          <div className="ty-field-help">{t('digestHelp')}</div>
        </dd>
      </dl>
      <DataTable
        id="task-deliverables"
        label={t('deliverables')}
        columns={columns}
        rows={run.deliverables}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('noDeliverables')} />}
      />
    </section>
  );
}

const kinds = new Set(['transport', 'cpi-artifact', 'mta', 'commit', 'file', 'link', 'manual-step']);

function useColumns(isPackage: boolean): Column<Deliverable>[] {
  const t = useTexts(texts);
  return useMemo(() => {
    const kind = (code: string) =>
      kinds.has(code)
        ? t(`kind_${code.replace('-', '_') as 'transport' | 'cpi_artifact' | 'mta' | 'commit' | 'file' | 'link' | 'manual_step'}`)
        : code;
    const ofItem: Column<Deliverable> = {
      id: 'item',
      header: t('historyItem'),
      isOptional: false,
      cell: (each) => each.workItemId,
    };
    return [
      ...(isPackage ? [ofItem] : []),
      {
        id: 'name',
        header: t('name'),
        isOptional: false,
        cell: (each) => (
          <span>
            <strong>{each.externalId ?? each.name}</strong>
            {each.externalId != null && each.name !== each.externalId && <div>{each.name}</div>}
          </span>
        ),
      },
      { id: 'kind', header: t('kind'), isOptional: false, cell: (each) => kind(each.kind) },
      { id: 'version', header: t('version'), isOptional: false, cell: (each) => each.version },
      { id: 'author', header: t('author'), isOptional: false, cell: (each) => each.author },
      {
        id: 'digest',
        header: t('content'),
        isOptional: false,
        cell: (each) => each.digest != null && <code title={each.digest}>{each.digest.slice(0, 12)}</code>,
      },
    ];
  }, [t, isPackage]);
}
