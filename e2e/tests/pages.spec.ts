import { demo, expect, expectNoSeriousViolations, test } from '../support/test';

/** Every page that other journeys do not look at already, by who sees most of it. */
const pages: Record<string, () => string[]> = {
  dora: () => {
    const items = `/projects/${demo().project}/user-stories`;
    const item = `${items}/${demo().workItems.feature}`;
    const tabs = ['', '?tab=transport', '?tab=cpi-artifact', '?tab=other', '?tab=validation', '?tab=activity'];
    return [items, `${items}/syncs`, ...tabs.map((tab) => `${item}${tab}`), `${items}/${demo().workItems.waiting}/promotion-plan`];
  },
  paul: () =>
    ['general', 'environments', 'users', 'alm-integrations', 'parameters'].map(
      (page) => `/projects/${demo().project}/settings/${page}`,
    ),
  admin: () => ['projects', 'environments'].map((page) => `/administration/${page}`),
};

for (const [name, addresses] of Object.entries(pages)) {
  test(`axe finds nothing serious on ${name}’s pages, light and dark`, async ({ as }) => {
    test.setTimeout(120_000);
    const page = await as(name);
    for (const address of addresses()) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.ty-skeleton')).toHaveCount(0);
      await expectNoSeriousViolations(page);
    }
  });
}
