import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  elsewhere: [screen('account/tokens', async () => (await import('./TokensPage')).TokensPage)],
};
