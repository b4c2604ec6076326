import type { Locator, Page } from '@playwright/test';
import { apiOf } from '../support/project';
import { demo, expect, test } from '../support/test';

test('signs in and finds the way to a run by keyboard alone', async ({ page }) => {
  await signInByKeyboard(page, 'rita', `/projects/${demo().project}/pipeline-activity`);
  await expect(page.getByRole('heading', { name: 'Pipeline Activity' })).toBeVisible();
  const row = page.getByRole('row', { name: new RegExp(`${demo().workItems.failing}\\b`) });
  await tabTo(page, row.getByRole('link').first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(demo().workItems.failing) })).toBeVisible();
});

test('promotes by keyboard alone', async ({ page, as }) => {
  const { project, workItems } = demo();
  const call = apiOf(await as('dora'));
  const environments = (await call('GET', `/projects/${project}/environments`)).items as { id: string; name: string }[];
  await call('POST', `/projects/${project}/work-items/${workItems.story}/deliverables`, {
    kind: 'cpi-artifact',
    environmentId: environments.find(({ name }) => name === 'CPI-DEV')?.id,
    externalId: 'OrderConfirmation',
  });
  await signInByKeyboard(page, 'dora', `/projects/${project}/user-stories/${workItems.story}`);
  await tabTo(page, page.getByRole('button', { name: 'Promote', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Promotion Plan' })).toBeVisible();
  const promote = page.getByRole('button', { name: 'Promote', exact: true });
  await expect(promote).toBeEnabled();
  await tabTo(page, promote);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Waiting for approval').first()).toBeVisible();
});

async function signInByKeyboard(page: Page, name: string, returnTo: string): Promise<void> {
  await page.goto(`${demo().url}/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
  await expect(page.getByRole('textbox', { name: 'User' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(demo().people.find((each) => each.name === name)?.password ?? '');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((each) => each.matches(':focus'))) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('It cannot be reached with Tab.');
}
