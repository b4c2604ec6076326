import '@ui5/webcomponents-icons/dist/calendar.js';
import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  administration: [screen('freeze-calendar', async () => (await import('./CalendarPage')).CalendarPage)],
  nav: [
    {
      menu: 'administration',
      order: 60,
      path: 'freeze-calendar',
      label: { en: 'Freeze Calendar', de: 'Freeze-Kalender' },
      icon: 'calendar',
    },
  ],
};
