import '@ui5/webcomponents-icons/dist/shipping-status.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  project: [
    screen('releases', async () => (await import('./ReleasesPage')).ReleasesPage, 'PROJECT_READ'),
    screen('releases/:releaseId', async () => (await import('./ReleasePage')).ReleasePage, 'PROJECT_READ'),
    screen('bypasses', async () => (await import('./BypassesPage')).BypassesPage, 'PROJECT_READ'),
    screen('production-changes', async () => (await import('./ChangesPage')).ChangesPage, 'PROJECT_READ'),
  ],
  nav: [
    {
      menu: 'project',
      order: 30,
      path: 'releases',
      label: { en: 'Releases', de: 'Releases' },
      icon: 'shipping-status',
      needs: 'PROJECT_READ',
    },
  ],
};
