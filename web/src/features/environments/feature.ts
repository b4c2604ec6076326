import '@ui5/webcomponents-icons/dist/it-system.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  administration: [
    screen('environments', async () => (await import('./EnvironmentsPage')).EnvironmentsPage),
    screen('environments/:id', async () => (await import('./EnvironmentPage')).EnvironmentPage),
  ],
  nav: [
    {
      menu: 'administration',
      order: 40,
      path: 'environments',
      label: { en: 'Environments', de: 'Umgebungen' },
      icon: 'it-system',
    },
  ],
};
