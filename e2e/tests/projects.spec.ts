import { expect, expectNoSeriousViolations, test } from '../support/test';

test('creates, archives and restores a project, seen live by somebody else', async ({ as }) => {
  const admin = await as('admin');
  const other = await as('olga');
  const key = `E${Date.now().toString(36).slice(-6).toUpperCase()}`;
  await other.goto('/administration/projects');
  await admin.goto('/administration/projects');
  await expectNoSeriousViolations(admin);
  await admin.getByRole('button', { name: 'Create Project' }).first().click();
  await admin.getByRole('textbox', { name: 'Key' }).fill(key);
  await admin.getByRole('textbox', { name: 'Name' }).fill(`Project ${key}`);
  await expectNoSeriousViolations(admin);
  await admin.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(admin.getByRole('row', { name: new RegExp(key) })).toBeVisible();
  await expect(other.getByRole('row', { name: new RegExp(key) })).toBeVisible();

  await admin.getByRole('button', { name: `Archive Project ${key}` }).click();
  await admin.getByRole('button', { name: 'Archive', exact: true }).last().click();
  await expect(admin.getByRole('row', { name: new RegExp(key) })).toBeHidden();
  await admin.getByRole('checkbox', { name: 'Show archived ones' }).click();
  await admin.getByRole('button', { name: `Restore Project ${key}` }).click();
  await admin.getByRole('button', { name: 'Restore', exact: true }).last().click();
  await expect(admin.getByRole('row', { name: new RegExp(`${key}.*Active`) })).toBeVisible();
});

test('refuses a key that is taken, at the field, and keeps what was entered', async ({ as }) => {
  const page = await as('admin');
  await page.goto('/administration/projects');
  await page.getByRole('button', { name: 'Create Project' }).first().click();
  await page.getByRole('textbox', { name: 'Key' }).fill('BHA');
  await page.getByRole('textbox', { name: 'Name' }).fill('Again');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ty-problem, .ty-field-error').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Again');
  await page.keyboard.press('Escape');
  await expect(page.getByText(/What you entered is not saved/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Create Project' }).first()).toBeFocused();
});

test('offers a developer nothing that only an administrator may do', async ({ as }) => {
  const page = await as('dora');
  await page.goto('/administration/projects');
  await expect(page.getByRole('row', { name: /Order to Cash/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create Project' })).toHaveCount(0);
});
