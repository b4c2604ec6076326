import '@ui5/webcomponents-icons/dist/group.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  administration: [screen('users', async () => (await import('./UsersPage')).UsersPage, 'USERS_READ')],
  nav: [
    {
      menu: 'administration',
      order: 20,
      path: 'users',
      label: { en: 'Users', de: 'Benutzer' },
      icon: 'group',
      needs: 'USERS_READ',
    },
  ],
};
