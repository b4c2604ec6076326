import '@ui5/webcomponents-icons/dist/history.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  administration: [screen('audit', async () => (await import('./AuditPage')).AuditPage, 'AUDIT_READ')],
  nav: [
    {
      menu: 'administration',
      order: 70,
      path: 'audit',
      label: { en: 'Audit', de: 'Audit' },
      icon: 'history',
      needs: 'AUDIT_READ',
    },
  ],
};
