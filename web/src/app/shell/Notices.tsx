import { Button } from '@ui5/webcomponents-react/Button';
import { ResponsivePopover } from '@ui5/webcomponents-react/ResponsivePopover';
import { Link, useNavigate } from 'react-router';
import { inboxKey, inboxPath, type InboxItem } from '../../lib/inbox';
import { useTexts } from '../../lib/i18n/texts';
import { RelativeTime } from '../../ui/RelativeTime';
import { texts } from '../texts';

interface Props {
  opener: string;
  items: readonly InboxItem[];
  onClose: () => void;
}

const shown = 8;

export function Notices({ opener, items, onClose }: Props) {
  const t = useTexts(texts);
  const navigate = useNavigate();

  function openAll() {
    onClose();
    void navigate('/my-tasks');
  }

  return (
    <ResponsivePopover
      open
      opener={opener}
      placement="Bottom"
      headerText={t('noticesTitle')}
      onClose={onClose}
      footer={
        <div className="ty-dialog-footer">
          <Button design="Transparent" onClick={openAll}>
            {t('noticesAll')}
          </Button>
        </div>
      }
    >
      {items.length === 0 ? (
        <p>{t('noticesNone')}</p>
      ) : (
        <ul className="ty-notice-list">
          {items.slice(0, shown).map((item) => (
            <li key={inboxKey(item)}>
              <Link to={inboxPath(item)} onClick={onClose}>
                {item.name}: {item.workItemId} {item.title}
              </Link>
              <div>
                {item.project} · {item.stage} · <RelativeTime at={item.since} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </ResponsivePopover>
  );
}
