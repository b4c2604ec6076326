import { screen, type Feature } from '../../lib/feature';

export const feature: Feature = {
  project: [
    screen('user-stories/:id', async () => (await import('./WorkItemPage')).WorkItemPage, 'PROJECT_READ'),
    screen(
      'release-packages/:packageId',
      async () => (await import('./package/PackagePage')).PackagePage,
      'PROJECT_READ',
    ),
    screen(
      'user-stories/:id/promotion-plan',
      async () => (await import('./plan/PlanPage')).PlanPage,
      'PROJECT_READ',
    ),
  ],
};
