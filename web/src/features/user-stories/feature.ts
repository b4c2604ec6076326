import '@ui5/webcomponents-icons/dist/list.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  project: [
    screen('user-stories', async () => (await import('./UserStoriesPage')).UserStoriesPage, 'PROJECT_READ'),
    screen('user-stories/syncs', async () => (await import('./SyncHistoryPage')).SyncHistoryPage, 'PROJECT_READ'),
  ],
  nav: [
    {
      menu: 'project',
      order: 20,
      path: 'user-stories',
      label: { en: 'User Stories', de: 'User Storys' },
      icon: 'list',
      needs: 'PROJECT_READ',
    },
  ],
};
