import '@ui5/webcomponents-icons/dist/action-settings.js';
import { createElement } from 'react';
import { Navigate } from 'react-router';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  project: [
    { path: 'settings', element: createElement(Navigate, { to: 'general', replace: true }) },
    screen('settings/general', async () => (await import('./GeneralPage')).GeneralPage),
  ],
  nav: [
    {
      menu: 'project-settings',
      order: 10,
      path: 'general',
      label: { en: 'General', de: 'Allgemein' },
      icon: 'action-settings',
    },
  ],
};
