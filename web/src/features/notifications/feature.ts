import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  elsewhere: [
    screen('account/notifications', async () => (await import('./NotificationsPage')).NotificationsPage),
  ],
};
