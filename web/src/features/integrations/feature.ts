import '@ui5/webcomponents-icons/dist/chain-link.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  project: [
    screen('settings/alm-integrations', async () => (await import('./IntegrationsPage')).IntegrationsPage),
    screen('settings/alm-integrations/:id', async () => (await import('./IntegrationPage')).IntegrationPage),
  ],
  nav: [
    {
      menu: 'project-settings',
      order: 40,
      path: 'alm-integrations',
      label: { en: 'ALM Integrations', de: 'ALM-Integrationen' },
      icon: 'chain-link',
    },
  ],
};
