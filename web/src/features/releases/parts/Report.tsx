import { useState } from 'react';
import '@ui5/webcomponents-icons/dist/excel-attachment.js';
import '@ui5/webcomponents-icons/dist/pdf-attachment.js';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { Link, useNavigate } from 'react-router';
import { download } from '../../../lib/api/download';
import { useTexts } from '../../../lib/i18n/texts';
import { useProject } from '../../../lib/project';
import { DayField } from '../../../ui/form/DayField';
import { EmptyState } from '../../../ui/EmptyState';
import { PageBody, PageHeader } from '../../../ui/PageHeader';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import { texts } from '../texts';
import type { Period } from '../usePeriod';

interface Props<Row> {
  /** Of its table, and its path in the API. */
  id: 'production-changes' | 'bypasses';
  /** How its files begin. */
  file: string;
  title: string;
  subtitle: string;
  /** The other report of the same period. */
  also: { path: string; text: string };
  period: Period;
  onPeriod: (changes: Partial<Period>) => void;
  rows: UseQueryResult<Row[]>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  empty: string;
}

/** A report of a period: its rows, and the same as Excel and PDF. */
export function Report<Row>({ id, file, title, subtitle, also, period, onPeriod, rows, columns, rowKey, empty }: Props<Row>) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { key } = useProject();
  const [problem, setProblem] = useState<unknown>(null);
  const wrong = rows.error;
  const days = new URLSearchParams({ from: period.from, to: period.to });

  async function take(format: 'xlsx' | 'pdf') {
    setProblem(null);
    try {
      await download(
        `/api/v1/projects/${key}/${id}/export?${days.toString()}&format=${format}`,
        `${file}-${key}-${period.from}-${period.to}.${format}`,
      );
    } catch (thrown) {
      setProblem(thrown);
    }
  }

  return (
    <>
      <PageHeader
        breadcrumbs={<Link to={`/projects/${key}/releases`}>{t('title')}</Link>}
        title={title}
        subtitle={subtitle}
        actions={
          <>
            <Button onClick={() => void navigate(`/projects/${key}/${also.path}?${days.toString()}`)}>{also.text}</Button>
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
            onChange={(from) => from !== '' && onPeriod({ from })}
          />
          <DayField
            label={t('to')}
            name="to"
            value={period.to}
            help=""
            error={undefined}
            onChange={(to) => to !== '' && onPeriod({ to })}
          />
        </div>
        {wrong !== null && <ProblemMessage problem={wrong} retry={() => void rows.refetch()} />}
        <DataTable
          id={id}
          label={title}
          columns={columns}
          rows={wrong === null ? rows.data : []}
          rowKey={rowKey}
          empty={<EmptyState title={empty}>{t('noChangesNext')}</EmptyState>}
        />
      </PageBody>
    </>
  );
}
