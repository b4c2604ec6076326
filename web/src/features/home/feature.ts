import '@ui5/webcomponents-icons/dist/home.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  project: [screen('home', async () => (await import('./HomePage')).HomePage, 'PROJECT_READ')],
  nav: [
    {
      menu: 'project',
      order: 10,
      path: 'home',
      label: { en: 'Home', de: 'Start' },
      icon: 'home',
      needs: 'PROJECT_READ',
    },
  ],
};
