import '@ui5/webcomponents-icons/dist/org-chart.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  project: [screen('settings/environments', async () => (await import('./LandscapesPage')).LandscapesPage)],
  nav: [
    {
      menu: 'project-settings',
      order: 20,
      path: 'environments',
      label: { en: 'Environments', de: 'Umgebungen' },
      icon: 'org-chart',
    },
  ],
};
