import '@ui5/webcomponents-icons/dist/folder-blank.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  administration: [screen('projects', async () => (await import('./ProjectsPage')).ProjectsPage)],
  nav: [
    {
      menu: 'administration',
      order: 10,
      path: 'projects',
      label: { en: 'Projects', de: 'Projekte' },
      icon: 'folder-blank',
    },
  ],
};
