import '@ui5/webcomponents-icons/dist/group.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  project: [screen('settings/users', async () => (await import('./MembersPage')).MembersPage)],
  nav: [
    {
      menu: 'project-settings',
      order: 30,
      path: 'users',
      label: { en: 'Users', de: 'Benutzer' },
      icon: 'group',
    },
  ],
};
