import '@ui5/webcomponents-icons/dist/key-user-settings.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  project: [screen('settings/parameters', async () => (await import('./ParametersPage')).ParametersPage, 'ENVIRONMENTS_BROWSE')],
  nav: [
    {
      menu: 'project-settings',
      order: 50,
      path: 'parameters',
      label: { en: 'Parameters', de: 'Parameter' },
      icon: 'key-user-settings',
      needs: 'ENVIRONMENTS_BROWSE',
    },
  ],
};
