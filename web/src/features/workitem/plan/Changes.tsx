import { Title } from '@ui5/webcomponents-react/Title';
import { useTexts } from '../../../lib/i18n/texts';
import '../../../ui/table/table.css';
import type { Change } from './api';
import { texts } from './texts';

/** What would be different in each target afterwards. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useTexts(texts);
  const targets = [...new Map(changes.map((each) => [`${each.stage} ${each.environmentId}`, each])).entries()];
  return (
    <>
      <Title level="H2" size="H5">
        {t('changes')}
      </Title>
      {targets.length === 0 && <p className="wi-hint">{t('noChanges')}</p>}
      {targets.map(([key, { stage, environment, environmentId }]) => (
        <Target
          key={key}
          name={t('target', { stage, environment })}
          changes={changes.filter((each) => each.stage === stage && each.environmentId === environmentId)}
        />
      ))}
    </>
  );
}

function Target({ name, changes }: { name: string; changes: readonly Change[] }) {
  const t = useTexts(texts);
  return (
    <section className="ty-table-box" aria-label={name}>
      <div className="ty-table-toolbar">
        <Title level="H3" size="H6">
          {name}
        </Title>
      </div>
      <table className="ty-table" aria-label={name}>
        <thead>
          <tr>
            <th scope="col" className="wi-change-name">
              {t('name')}
            </th>
            <th scope="col" className="wi-change-version">
              {t('from')}
            </th>
            <th scope="col" className="wi-change-version">
              {t('to')}
            </th>
            <th scope="col">{t('details')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.kind} ${change.externalId}`}>
              <td data-label={t('name')}>
                <div>
                  <span className="wi-name">{change.name}</span>
                  {change.externalId !== change.name && <div className="wi-hint">{change.externalId}</div>}
                </div>
              </td>
              <td data-label={t('from')}>{change.from ?? t('notThere')}</td>
              <td data-label={t('to')}>{change.to ?? t('imported')}</td>
              <td data-label={t('details')}>
                <ul className="wi-details">
                  {change.details.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
