import { lazy, Suspense, useEffect, useState } from 'react';
import '@ui5/webcomponents-icons/dist/search.js';
import { useTexts } from '../../lib/i18n/texts';
import { LightIcon } from '../../ui/LightIcon';
import { texts } from '../texts';

const SearchDialog = lazy(async () => ({ default: (await import('./SearchDialog')).SearchDialog }));

/** Search in every project one may see; the key "/" opens it from wherever no text is being typed. */
export function SearchButton() {
  const t = useTexts(texts);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    function open(event: KeyboardEvent) {
      if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event) && !isInDialog()) {
        event.preventDefault();
        setIsOpen(true);
      }
    }
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <button
        type="button"
        className="ty-header-button ty-header-search"
        aria-label={t('searchAll')}
        aria-keyshortcuts="/"
        title={t('searchAllHint')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <LightIcon name="search" />
      </button>
      <Suspense>{isOpen && <SearchDialog onClose={() => setIsOpen(false)} />}</Suspense>
    </>
  );
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function isInDialog(): boolean {
  return document.querySelector('ui5-dialog[open], ui5-responsive-popover[open]') !== null;
}
