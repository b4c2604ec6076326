import { useQueryClient } from '@tanstack/react-query';
import '@ui5/webcomponents-icons/dist/citizen-connect.js';
import '@ui5/webcomponents-icons/dist/email.js';
import '@ui5/webcomponents-icons/dist/key.js';
import '@ui5/webcomponents-icons/dist/locked.js';
import '@ui5/webcomponents-icons/dist/palette.js';
import '@ui5/webcomponents-icons/dist/globe.js';
import { UserMenu } from '@ui5/webcomponents-react/UserMenu';
import { UserMenuAccount } from '@ui5/webcomponents-react/UserMenuAccount';
import { UserMenuItem } from '@ui5/webcomponents-react/UserMenuItem';
import { useNavigate } from 'react-router';
import { api } from '../../lib/api/client';
import { chooseLanguage, type Language } from '../../lib/i18n/language';
import { useLanguage, useTexts } from '../../lib/i18n/texts';
import { sessionQuery, type User } from '../../lib/session';
import { chooseTheme, useThemeChoice, type ThemeChoice } from '../../lib/theme';
import { texts } from '../texts';

const themes = { light: 'themeLight', dark: 'themeDark', system: 'themeSystem' } as const;
const names: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

interface Props {
  user: User;
  opener: string;
  onClose: () => void;
}

export function PersonMenu({ user, opener, onClose }: Props) {
  const t = useTexts(texts);
  const theme = useThemeChoice();
  const language = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();

  async function signOut() {
    await api.DELETE('/api/v1/session');
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, { user: null });
    await navigate('/sign-in');
  }

  function choose(item: HTMLElement) {
    const { choice, value } = item.dataset;
    if (choice === 'tokens') {
      void navigate('/account/tokens');
    } else if (choice === 'password') {
      void navigate('/account/password');
    } else if (choice === 'deputies') {
      void navigate('/account/deputies');
    } else if (choice === 'notifications') {
      void navigate('/account/notifications');
    } else if (choice === 'theme') {
      chooseTheme(value as ThemeChoice);
    } else if (choice === 'language') {
      void chooseLanguage(value as Language);
    }
  }

  return (
    <UserMenu
      open
      opener={opener}
      accounts={
        <UserMenuAccount titleText={user.displayName} subtitleText={user.name} description={user.email ?? ''} selected />
      }
      onItemClick={(event) => choose(event.detail.item)}
      onSignOutClick={(event) => {
        event.preventDefault();
        void signOut();
      }}
      onClose={onClose}
    >
      <UserMenuItem icon="palette" text={t('theme')} additionalText={t(themes[theme])}>
        {(['light', 'dark', 'system'] as const).map((each) => (
          <UserMenuItem key={each} text={t(themes[each])} selected={each === theme} data-choice="theme" data-value={each} />
        ))}
      </UserMenuItem>
      <UserMenuItem icon="globe" text={t('language')} additionalText={names[language]}>
        {(['en', 'de'] as const).map((each) => (
          <UserMenuItem key={each} text={names[each]} selected={each === language} data-choice="language" data-value={each} />
        ))}
      </UserMenuItem>
      <UserMenuItem icon="key" text={t('tokens')} data-choice="tokens" />
      <UserMenuItem icon="locked" text={t('changePassword')} data-choice="password" />
      <UserMenuItem icon="citizen-connect" text={t('deputies')} data-choice="deputies" />
      <UserMenuItem icon="email" text={t('notifications')} data-choice="notifications" />
    </UserMenu>
  );
}
