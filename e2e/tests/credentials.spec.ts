import { demo, expect, expectNoSeriousViolations, test } from '../support/test';

interface System {
  id: string;
  serviceKey?: Record<string, unknown>;
}

test('registers by pasting a service key, tests, edits and deletes', async ({ as, request }) => {
  const landscape = (await (await request.get(`${demo().landscape}/control/landscape`)).json()) as { systems: System[] };
  const key = JSON.stringify(landscape.systems.find(({ id }) => id === 'alm')?.serviceKey);
  const name = `ALM ${Date.now()}`;
  const page = await as('admin');
  await page.goto('/administration/credentials');
  await expectNoSeriousViolations(page);

  await page.getByRole('button', { name: 'Register Credential' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Service key' }).fill(key);
  await expect(page.locator('dd', { hasText: 'sb-tyto!b123456' })).toBeVisible();
  await expectNoSeriousViolations(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();

  await page.getByRole('button', { name: `Test ${name}` }).click();
  await expect(page.getByText('projects can be seen')).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  await page.getByRole('button', { name: `Edit ${name}` }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(`${name} renamed`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(`${name} renamed`) })).toBeVisible();
  await page.getByRole('button', { name: `Test ${name} renamed` }).click();
  await expect(page.getByText('projects can be seen')).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  await page.getByRole('button', { name: `Delete ${name} renamed` }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).last().click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeHidden();
});

test('explains a key of another product, and why one in use cannot be deleted', async ({ as }) => {
  const page = await as('admin');
  await page.goto('/administration/credentials');
  await page.getByRole('button', { name: 'Register Credential' }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Wrong');
  await page.getByRole('textbox', { name: 'Service key' }).fill('{"oauth":{"url":"https://x.example.com"}}');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('.ty-problem')).toContainText('This is a key of SAP Cloud Integration');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Delete Cloud ALM', exact: true }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).last().click();
  await expect(page.locator('.ty-problem')).toContainText('is used by');
});
