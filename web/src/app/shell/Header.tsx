import { lazy, Suspense, useId, useState } from 'react';
import '@ui5/webcomponents-icons/dist/menu2.js';
import { Link } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import type { User } from '../../lib/session';
import { LightIcon } from '../../ui/LightIcon';
import { texts } from '../texts';
import { NoticeButton } from './NoticeButton';
import { ProjectSwitcher } from './ProjectSwitcher';
import { SearchButton } from './SearchButton';

const PersonMenu = lazy(async () => ({ default: (await import('./PersonMenu')).PersonMenu }));

interface Props {
  user: User;
  isMenuOpen: boolean;
  onToggleMenu: () => void;
}

export function Header({ user, isMenuOpen, onToggleMenu }: Props) {
  const t = useTexts(texts);
  const avatar = useId();
  const [isPersonOpen, setIsPersonOpen] = useState(false);
  return (
    <header className="ty-header">
      <button
        type="button"
        className="ty-header-button"
        aria-label={t('toggleMenu')}
        title={t('toggleMenu')}
        aria-expanded={isMenuOpen}
        onClick={onToggleMenu}
      >
        <LightIcon name="menu2" />
      </button>
      <Link to="/" className="ty-brand">
        <img src="/tyto.svg" alt="" />
        <span>Tyto</span>
      </Link>
      <ProjectSwitcher />
      <SearchButton />
      <NoticeButton />
      <button
        type="button"
        id={avatar}
        className="ty-avatar"
        aria-label={t('user', { name: user.displayName })}
        title={user.displayName}
        aria-haspopup="menu"
        aria-expanded={isPersonOpen}
        onClick={() => setIsPersonOpen(true)}
      >
        {initials(user)}
      </button>
      <Suspense>
        {isPersonOpen && <PersonMenu user={user} opener={avatar} onClose={() => setIsPersonOpen(false)} />}
      </Suspense>
    </header>
  );
}

function initials(user: User): string {
  const words = user.displayName.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('');
}
