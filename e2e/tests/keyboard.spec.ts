import type { Locator, Page } from '@playwright/test';
import { attach, environments, furnish, linked, newKey, useTemplate } from '../support/project';
import { demo, expect, test } from '../support/test';

test('signs in and finds the way to a run by keyboard alone', async ({ page }) => {
  await signInByKeyboard(page, 'rita', `/projects/${demo().project}/pipeline-activity`);
  await expect(page.getByRole('heading', { name: 'Pipeline Activity' })).toBeVisible();
  const row = page.getByRole('row', { name: new RegExp(`${demo().workItems.failing}\\b`) });
  await goTo(page, row.getByRole('link').first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(demo().workItems.failing) })).toBeVisible();
});

test('opens a story, promotes and approves by keyboard alone', async ({ browser, api }) => {
  const [key, title] = [newKey('K'), 'Carried by keys'];
  const call = await api('admin');
  await call('POST', '/projects', { key, name: `Keyboard ${key}` });
  await furnish(call, key);
  await useTemplate(call, key);
  const { [title]: story } = await linked(call, key, { stories: [title] });
  const id = story?.id ?? '';
  await attach(await api('dora'), id, 'cpi-artifact', (await environments(call))['CPI-DEV'], 'GoodsReceipt');
  const [developer, manager] = [await browser.newPage(), await browser.newPage()];

  await test.step('the developer opens the story and promotes it', async () => {
    await signInByKeyboard(developer, 'dora', `/projects/${key}/user-stories`);
    const row = developer.getByRole('row', { name: new RegExp(title) });
    await goTo(developer, row);
    await goTo(developer, row.getByRole('link', { name: id }));
    await developer.keyboard.press('Enter');
    await expect(developer.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await goTo(developer, developer.getByRole('button', { name: 'Promote', exact: true }));
    await developer.keyboard.press('Enter');
    await expect(developer.getByRole('heading', { level: 1, name: 'Promotion Plan' })).toBeVisible();
    const promote = developer.getByRole('button', { name: 'Promote', exact: true });
    await expect(promote).toBeEnabled();
    await goTo(developer, promote);
    await developer.keyboard.press('Enter');
    await expect(developer.getByText('Waiting for approval').first()).toBeVisible();
  });

  await test.step('the release manager approves it, and the developer sees it', async () => {
    await signInByKeyboard(manager, 'rita', `/projects/${key}/my-tasks`);
    await goTo(manager, manager.getByRole('button', { name: new RegExp(id) }).or(manager.getByRole('link', { name: new RegExp(id) })).first());
    await manager.keyboard.press('Enter');
    await goTo(manager, manager.getByRole('button', { name: /^Approve approve/ }));
    await manager.keyboard.press('Enter');
    const dialog = manager.locator('ui5-dialog[open]');
    await goTo(manager, dialog.getByRole('textbox').first());
    await manager.keyboard.type('Looked at the plan');
    await goTo(manager, dialog.getByRole('button', { name: 'Approve', exact: true }));
    await manager.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(developer.getByText('rita approved').first()).toBeVisible();
  });
  await Promise.all([developer.context().close(), manager.context().close()]);
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

/** Presses Tab until the focus is there. */
async function goTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((each) => each.matches(':focus'))) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there.');
}
