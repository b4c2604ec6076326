import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { SafeHtml } from '../../../ui/SafeHtml';
import { useItem } from '../api';
import { texts } from '../texts';

interface Props {
  projectKey: string;
  id: string;
  type: string;
}

/** What a row opens to. The description is read when it is opened, it is not part of the list. */
export function Details({ projectKey, id, type }: Props) {
  const t = useTexts(texts);
  const format = useFormat();
  const { data: item, error, refetch } = useItem(projectKey, id);
  if (item === undefined) {
    return error === null ? (
      <div className="ty-grid-details" aria-busy="true">
        <span className="ty-skeleton" />
        <span className="ty-skeleton" />
        <span className="ty-hidden">{t('loadingRow')}</span>
      </div>
    ) : (
      <ProblemMessage problem={error} retry={() => void refetch()} />
    );
  }
  const { goneReason, description, descriptionNote, tags, links, parentIds = [] } = item;
  return (
    <div className="ty-grid-details">
      <div className="ty-grid-description">
        {item.gone === true && <p className="ty-grid-note">{t('goneDetails', { reason: goneReason ?? t('goneUnknown') })}</p>}
        {description == null || description === '' ? (
          <p className="ty-grid-note">{descriptionNote ?? t('noDescription')}</p>
        ) : (
          <>
            {descriptionNote != null && <p className="ty-grid-note">{descriptionNote}</p>}
            <SafeHtml html={description} />
          </>
        )}
      </div>
      <dl className="ty-facts">
        <Fact name={t('workstream')} value={item.workstream} />
        <Fact name={t('component')} value={item.component} />
        <Fact name={t('releaseVersion')} value={item.releaseVersion} />
        <Fact name={t('startDate')} value={item.startDate == null ? null : format.date(item.startDate)} />
        <Fact name={t('dueDate')} value={item.dueDate == null ? null : format.date(item.dueDate)} />
        <Fact name={t('changedAt')} value={item.changedAt == null ? null : format.dateTime(item.changedAt)} />
        <Fact
          name={t('tags')}
          value={tags.length === 0 ? null : tags.map((tag) => <span key={tag} className="ty-grid-tag">{tag}</span>)}
        />
        <Fact
          name={t('parents')}
          value={
            parentIds.length === 0
              ? null
              : parentIds.map((parent) => (
                  <Link key={parent} className="ty-grid-parent" to={`/projects/${projectKey}/user-stories/${parent}`}>
                    {parent}
                  </Link>
                ))
          }
        />
        <Fact
          name={t('links')}
          value={
            links.length === 0
              ? null
              : links.map(({ href, rel }) => (
                  <a key={href} href={href} target="_blank" rel="noopener noreferrer">
                    {rel === 'external' ? t('openExternal', { id: item.externalId ?? id }) : rel}
                  </a>
                ))
          }
        />
      </dl>
      {type === 'FEATURE' && (item.childCount ?? 0) === 0 && <p className="ty-grid-note">{t('noStories')}</p>}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return value == null ? null : (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
