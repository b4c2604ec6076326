import { demo, expect, test } from '../support/test';

test('signs in and finds the way to a run by keyboard alone', async ({ page }) => {
  await page.goto(`${demo().url}/sign-in?returnTo=/projects/${demo().project}/pipeline-activity`);
  await expect(page.getByRole('textbox', { name: 'User' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('rita');
  await page.keyboard.press('Tab');
  await page.keyboard.type(demo().people.find(({ name }) => name === 'rita')?.password ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Pipeline Activity' })).toBeVisible();
  const link = page.getByRole('row', { name: new RegExp(`${demo().workItems.failing}\\b`) }).getByRole('link').first();
  await expect(link).toBeVisible();
  for (let i = 0; i < 60 && !(await link.evaluate((each) => each === document.activeElement)); i += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(demo().workItems.failing) })).toBeVisible();
});
