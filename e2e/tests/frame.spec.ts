import { demo, expect, expectNoSeriousViolations, signIn, test } from '../support/test';

test('leads through sign-in to the page one wanted', async ({ page }) => {
  await page.goto(`${demo().url}/account/tokens`);
  await expect(page.getByRole('heading', { name: 'Sign in to Tyto' })).toBeVisible();
  await expectNoSeriousViolations(page);
  await signIn(page, 'dora');
  await expect(page.getByRole('heading', { name: 'API Tokens' })).toBeVisible();
  await expect(page).toHaveURL(/\/account\/tokens$/);
});

test('says what is wrong with a password', async ({ page }) => {
  await page.goto(`${demo().url}/sign-in`);
  await page.getByRole('textbox', { name: 'User' }).fill('dora');
  await page.getByRole('textbox', { name: 'Password' }).fill('not hers');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ty-problem')).toContainText(/password/i);
});

test('asks to sign in again when the session is over, and goes on', async ({ as }) => {
  const page = await as('dora');
  await page.goto('/account/tokens');
  await expect(page.locator('.ty-empty, tbody tr[data-row]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Create Token' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('lost');
  await page.context().clearCookies({ name: 'TYTO-SESSION' });
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Tyto' })).toBeVisible();
  await signIn(page, 'dora');
  await expect(page.getByRole('heading', { name: 'API Tokens' })).toBeVisible();
});

test('helps at an address that leads nowhere', async ({ as }) => {
  const page = await as('dora');
  await page.goto('/administration/nothing-here');
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  await expectNoSeriousViolations(page);
  await page.goto('/projects/NOPE');
  await expect(page.getByRole('heading', { name: 'There is no project NOPE for you' })).toBeVisible();
});

test('speaks German and remembers it', async ({ as }) => {
  const page = await as('dora');
  await page.goto('/account/tokens');
  await page.getByRole('button', { name: /User menu of/ }).click();
  await page.getByRole('menuitem', { name: /Language/ }).click();
  await page.getByRole('menuitem', { name: /Deutsch/ }).click();
  await expect(page.getByRole('heading', { name: 'API-Token' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'API-Token' })).toBeVisible();
});

test('shows that the connection is lost, and reads again when it is back', async ({ as }) => {
  const page = await as('dora');
  await page.goto('/account/tokens');
  await expect(page.locator('[data-live=online]')).toBeAttached();
  await page.context().setOffline(true);
  await page.evaluate(() => fetch('/api/v1/ping').catch(() => undefined));
  await expect(page.locator('[data-live=reconnecting]')).toBeAttached({ timeout: 45_000 });
  await page.context().setOffline(false);
  await expect(page.locator('[data-live=online]')).toBeAttached({ timeout: 45_000 });
});
