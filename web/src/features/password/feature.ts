import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  elsewhere: [screen('account/password', async () => (await import('./PasswordPage')).PasswordPage)],
};
