import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import type { ItemRef } from '../api';
import type { Collision } from './api';
import { texts } from './texts';

/** Others carry the same: said at once, before a plan says it. */
export function CollisionStrip({ place, collisions }: { place: ItemRef; collisions: readonly Collision[] }) {
  const t = useTexts(texts);
  if (collisions.length === 0) {
    return null;
  }
  return (
    <MessageStrip design="Critical" hideCloseButton>
      {t('collisions', { count: collisions.length })}
      <ul className="wi-strip-list">
        {collisions.map(({ workItemId, deliverableId, object, message }) => (
          <li key={`${workItemId} ${deliverableId} ${object}`}>
            <Link to={`/projects/${place.key}/user-stories/${workItemId}`}>{workItemId}</Link>: {message}
          </li>
        ))}
      </ul>
    </MessageStrip>
  );
}
