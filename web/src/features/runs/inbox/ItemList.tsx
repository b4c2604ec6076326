import { inboxKey, type InboxItem } from '../../../lib/inbox';
import { useTexts } from '../../../lib/i18n/texts';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import { texts } from './texts';

interface Props {
  items: readonly InboxItem[];
  chosen: string | null;
  onChoose: (item: InboxItem) => void;
}

/** What waits, longest first. */
export function ItemList({ items, chosen, onChoose }: Props) {
  const t = useTexts(texts);
  return (
    <nav className="ty-inbox-list" aria-label={t('list')}>
      <ul>
        {items.map((item) => (
          <li key={inboxKey(item)}>
            <button
              type="button"
              className="ty-inbox-item"
              data-reason={item.reason}
              aria-current={inboxKey(item) === chosen}
              onClick={() => onChoose(item)}
            >
              <span className="ty-inbox-item-head">
                <strong>{item.name}</strong>
                <span className="ty-task-kind">
                  <ReasonWord reason={item.reason} />
                  {item.behalf != null && ` ${t('behalf', { name: item.behalf })}`}
                </span>
              </span>
              <span>
                {item.workItemId} {item.title}
                {item.changeType !== 'NORMAL' && <StatusTag state={item.changeType} />}
              </span>
              <span className="ty-task-kind">
                {item.project} · {item.stage} · <RelativeTime at={item.since} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const reasons = new Set(['approval', 'manual', 'returned', 'stopped', 'roll-back', 'second-person', 'notice']);
type Reason = 'approval' | 'manual' | 'returned' | 'stopped' | 'roll_back' | 'second_person' | 'notice';

function ReasonWord({ reason }: { reason: string }) {
  const t = useTexts(texts);
  return reasons.has(reason) ? t(`reason_${reason.replace('-', '_') as Reason}`) : reason;
}
