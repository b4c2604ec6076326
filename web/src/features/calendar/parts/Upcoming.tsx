import { Title } from '@ui5/webcomponents-react/Title';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import '../../../ui/table/table.css';
import { useUpcoming } from '../api';
import { texts } from '../texts';

const days = 60;
const most = 20;

/** What comes, one line an occurrence. */
export function Upcoming() {
  const t = useTexts(texts);
  const format = useFormat();
  const upcoming = useUpcoming(days);
  const items = upcoming.data?.items;
  return (
    <section className="ty-table-box" aria-label={t('upcoming')}>
      <div className="ty-table-toolbar">
        <Title level="H2" size="H6">
          {t('upcoming')}
        </Title>
      </div>
      <ProblemMessage problem={upcoming.error} retry={() => void upcoming.refetch()} />
      {items?.length === 0 && <p className="ty-field-help">{t('upcomingNone')}</p>}
      {items !== undefined && items.length > 0 && (
        <table className="ty-table" aria-label={t('upcoming')}>
          <thead>
            <tr>
              <th scope="col">{t('time')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('name')}</th>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, most).map(({ entryId, kind, name, from, to }) => (
              <tr key={`${entryId} ${from}`}>
                <td data-label={t('time')}>{t('span', { from: format.dateTime(from), to: format.dateTime(to) })}</td>
                <td data-label={t('kind')}>{t(`kind${kind}`)}</td>
                <td data-label={t('name')}>{name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {items !== undefined && items.length > most && (
        <p className="ty-field-help">{t('upcomingMore', { count: items.length - most })}</p>
      )}
    </section>
  );
}
