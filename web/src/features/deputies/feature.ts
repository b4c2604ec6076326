import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  elsewhere: [screen('account/deputies', async () => (await import('./DeputiesPage')).DeputiesPage)],
};
