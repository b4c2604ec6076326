import { lazy, Suspense, useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import '@ui5/webcomponents-icons/dist/bell.js';
import { inboxQuery, isTask } from '../../lib/inbox';
import { useTexts } from '../../lib/i18n/texts';
import { LightIcon } from '../../ui/LightIcon';
import { texts } from '../texts';

const Notices = lazy(async () => ({ default: (await import('./Notices')).Notices }));

/** How much waits for this person, live, in every project; a click shows what. */
export function NoticeButton() {
  const t = useTexts(texts);
  const opener = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { data: items = [] } = useQuery(inboxQuery);
  const count = items.filter(isTask).length;
  const label = count === 0 ? t('noticesNone') : t('notices', { count });
  return (
    <>
      <button
        type="button"
        id={opener}
        className="ty-header-button ty-notices"
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <LightIcon name="bell" />
        {count > 0 && (
          <span className="ty-notices-count" aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </button>
      <Suspense>{isOpen && <Notices opener={opener} items={items} onClose={() => setIsOpen(false)} />}</Suspense>
    </>
  );
}
