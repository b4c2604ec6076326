import { useMemo } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import { useTexts } from '../../../lib/i18n/texts';
import { useBypassWords } from '../../../ui/bypasses/useBypassWords';
import { RelativeTime } from '../../../ui/RelativeTime';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import type { Bypass, Run } from '../api';
import { texts } from '../texts';

/** The ways around a rule that people took in this run. */
export function Bypasses({ run }: { run: Run }) {
  const t = useTexts(texts);
  const words = useBypassWords();
  const columns = useMemo<Column<Bypass>[]>(() => {
    const names = new Map(run.stages.flatMap(({ tasks }) => tasks.map(({ id, name }) => [id, name] as const)));
    return [
      { id: 'task', header: t('task'), isOptional: false, cell: (each) => names.get(each.taskId) ?? each.taskId },
      { id: 'action', header: t('bypass'), isOptional: false, cell: (each) => words(each.action) },
      { id: 'reason', header: t('reason'), isOptional: false, cell: (each) => each.reason },
      { id: 'askedBy', header: t('askedBy'), isOptional: false, cell: (each) => each.askedBy },
      { id: 'confirmedBy', header: t('confirmedBy'), isOptional: false, cell: (each) => each.confirmedBy },
      { id: 'at', header: t('at'), isOptional: false, cell: (each) => <RelativeTime at={each.at} /> },
    ];
  }, [run.stages, t, words]);
  if (run.bypasses.length === 0) {
    return null;
  }
  return (
    <section className="ty-section ty-plain">
      <Title level="H2" size="H5">
        {t('bypasses')}
      </Title>
      <p>{t('bypassesText')}</p>
      <DataTable
        id="bypasses"
        label={t('bypasses')}
        columns={columns}
        rows={run.bypasses}
        rowKey={(each) => `${each.taskId}${each.action}${each.at}`}
      />
    </section>
  );
}
