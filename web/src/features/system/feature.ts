import '@ui5/webcomponents-icons/dist/sys-monitor.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  administration: [screen('system', async () => (await import('./SystemPage')).SystemPage, 'AUDIT_READ')],
  nav: [
    {
      menu: 'administration',
      order: 80,
      path: 'system',
      label: { en: 'System', de: 'System' },
      icon: 'sys-monitor',
      needs: 'AUDIT_READ',
    },
  ],
};
