import { expect, expectNoSeriousViolations, test } from '../support/test';

test('shows a token once, and revokes it', async ({ as, request }) => {
  const page = await as('dario');
  const name = `build ${Date.now()}`;
  await page.goto('/account/tokens');
  await page.getByRole('button', { name: 'Create Token' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const token = (await page.getByTestId('token').textContent()) ?? '';
  expect(token).toMatch(/^tyto_/);
  const me = await request.get(new URL('/api/v1/projects', page.url()).href, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(me.status()).toBe(200);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(token)).toHaveCount(0);
  await expectNoSeriousViolations(page);
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('button', { name: 'Revoke', exact: true }).last().click();
  await expect(page.getByRole('row', { name: new RegExp(`${name}.*Revoked`) })).toBeVisible();
});
