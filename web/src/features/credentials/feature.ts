import '@ui5/webcomponents-icons/dist/key.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  administration: [
    screen('credentials', async () => (await import('./CredentialsPage')).CredentialsPage, 'CREDENTIALS_READ'),
  ],
  nav: [
    {
      menu: 'administration',
      order: 30,
      path: 'credentials',
      label: { en: 'Credential Manager', de: 'Credential Manager' },
      icon: 'key',
      needs: 'CREDENTIALS_READ',
    },
  ],
};
