import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { StatusTag } from '../../../ui/StatusTag';
import { useChildren, useWorkItem, type ItemRef, type WorkItem } from '../api';
import { texts } from './texts';

/** The feature above a story, or the stories below a feature. */
export function Relatives({ place, item }: { place: ItemRef; item: WorkItem }) {
  const t = useTexts(texts);
  return (
    <>
      {item.parentIds.length > 0 && (
        <section className="ty-panel" aria-labelledby="wi-parents">
          <Title id="wi-parents" level="H2" size="H5">
            {t('parents')}
          </Title>
          <ul className="wi-relatives">
            {item.parentIds.map((id) => (
              <Parent key={id} place={{ key: place.key, id }} />
            ))}
          </ul>
        </section>
      )}
      {item.childCount > 0 && <Children place={place} count={item.childCount} />}
    </>
  );
}

function Parent({ place }: { place: ItemRef }) {
  const { data: parent } = useWorkItem(place);
  return <Relative projectKey={place.key} id={place.id} item={parent} />;
}

function Children({ place, count }: { place: ItemRef; count: number }) {
  const t = useTexts(texts);
  const children = useChildren(place);
  return (
    <section className="ty-panel" aria-labelledby="wi-children">
      <Title id="wi-children" level="H2" size="H5">
        {t('children', { count })}
      </Title>
      <ProblemMessage problem={children.problem} retry={children.retry} />
      <ul className="wi-relatives">
        {children.items?.map((child) => (
          <Relative key={child.id} projectKey={place.key} id={child.id} item={child} />
        ))}
      </ul>
      {children.hasMore && (
        <button type="button" className="ty-link-button" onClick={children.loadMore}>
          {t('moreChildren')}
        </button>
      )}
    </section>
  );
}

type Shown = Pick<WorkItem, 'title' | 'status' | 'pipelineStage' | 'pipelineStatus'>;

function Relative({ projectKey, id, item }: { projectKey: string; id: string; item: Shown | undefined }) {
  return (
    <li>
      <Link to={`/projects/${projectKey}/user-stories/${id}`}>{id}</Link>
      <span className="wi-grow">{item?.title}</span>
      <span className="wi-hint">{item?.status.label}</span>
      {item?.pipelineStatus != null && <StatusTag state={item.pipelineStatus} of={item.pipelineStage ?? undefined} />}
    </li>
  );
}
