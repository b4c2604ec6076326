import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import { useQueue, type Place } from '../api';
import { texts } from '../texts';

/** Who deploys here now, who waits for it and who is held back, in the order in which they go. */
export function Queue({ environmentId }: { environmentId: string }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQueue(environmentId);
  return (
    <section className="ty-panel">
      <Title level="H2" size="H5">
        {t('queue')}
      </Title>
      <ProblemMessage problem={error} retry={() => void refetch()} />
      {data?.items.length === 0 && <p>{t('queueNone')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <>
          <p>{t('queueHelp')}</p>
          <ol className="ty-list ty-list-plain">
            {data.items.map((place, index) => (
              <li key={`${place.runId ?? index}/${place.task ?? ''}`}>
                <Row place={place} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Row({ place }: { place: Place }) {
  const t = useTexts(texts);
  const format = useFormat();
  return (
    <>
      <StatusTag state={place.state} />{' '}
      {place.runId == null ? (
        t('queueHidden')
      ) : (
        <Link to={`/projects/${place.project}/pipeline-activity/${place.runId}`}>
          {place.packageName ?? place.workItemId} – {place.task}
        </Link>
      )}{' '}
      <RelativeTime at={place.since} />
      {place.until != null && ` ${t('queueUntil', { when: format.dateTime(place.until) })}`}
      {place.note != null && <p>{place.note}</p>}
    </>
  );
}
