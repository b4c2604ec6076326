import { useMemo } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { Title } from '@ui5/webcomponents-react/Title';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import type { Change } from './api';
import { texts } from './texts';

/** What would be different in each target afterwards. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useTexts(texts);
  const columns = useColumns();
  const targets = [...new Map(changes.map((each) => [`${each.stage} ${each.environmentId}`, each])).entries()];
  return (
    <>
      <Title level="H2" size="H5">
        {t('changes')}
      </Title>
      {targets.length === 0 && <p className="wi-hint">{t('noChanges')}</p>}
      {targets.map(([key, { stage, environment, environmentId }]) => (
        <section key={key} className="wi-target" aria-label={t('target', { stage, environment })}>
          <Title level="H3" size="H6">
            {t('target', { stage, environment })}
          </Title>
          <DataTable
            id="plan-changes"
            label={t('target', { stage, environment })}
            columns={columns}
            rows={changes.filter((each) => each.stage === stage && each.environmentId === environmentId)}
            rowKey={(change) => `${change.kind} ${change.externalId}`}
          />
        </section>
      ))}
    </>
  );
}

function useColumns(): Column<Change>[] {
  const t = useTexts(texts);
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('name'),
        width: '30%',
        isOptional: false,
        cell: ({ name, externalId }) => (
          <div>
            <span className="wi-name">{name}</span>
            {externalId !== name && <div className="wi-hint">{externalId}</div>}
          </div>
        ),
      },
      { id: 'from', header: t('from'), width: '15%', isOptional: false, cell: ({ from }) => from ?? t('notThere') },
      { id: 'to', header: t('to'), width: '15%', isOptional: false, cell: ({ to }) => to ?? t('imported') },
      {
        id: 'details',
        header: t('details'),
        isOptional: false,
        cell: ({ details }) => (
          <ul className="wi-details">
            {details.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ),
      },
    ],
    [t],
  );
}
