import { expect, expectNoSeriousViolations, test } from '../support/test';

test('creates, changes, locks and unlocks a user', async ({ as }) => {
  const page = await as('admin');
  const name = `u${Date.now().toString(36)}`;
  await page.goto('/administration/users');
  await expect(page.getByRole('row', { name: /DEVELOPER1 \(S4-DEV\)/ })).toBeVisible();
  await expectNoSeriousViolations(page);
  await page.getByRole('button', { name: 'Create User' }).click();
  await page.getByRole('textbox', { name: 'User' }).fill(name);
  await page.getByRole('textbox', { name: 'Name' }).fill(`Person ${name}`);
  await page.getByRole('checkbox', { name: 'auditor' }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(`${name}.*Auditor`) })).toBeVisible();

  await page.getByRole('button', { name: `Edit Person ${name}` }).click();
  await page.getByRole('textbox', { name: 'Aliases' }).fill('S4-DEV DEVELOPER9');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('row', { name: new RegExp(`${name}.*DEVELOPER9 \\(S4-DEV\\)`) })).toBeVisible();

  await page.getByRole('button', { name: `Lock Person ${name}`, exact: true }).click();
  await page.getByRole('button', { name: 'Lock', exact: true }).last().click();
  await expect(page.getByRole('row', { name: new RegExp(`${name}.*Locked`) })).toBeVisible();
  await page.getByRole('button', { name: `Unlock Person ${name}` }).click();
  await page.getByRole('button', { name: 'Unlock', exact: true }).last().click();
  await expect(page.getByRole('row', { name: new RegExp(`${name}.*Active`) })).toBeVisible();
});

test('lets an auditor filter, verify and export the audit log', async ({ as }) => {
  const page = await as('olga');
  await page.goto('/administration/audit');
  await page.getByRole('combobox', { name: 'Action' }).click();
  await page.getByRole('option', { name: 'User created' }).click();
  await expect(page.getByRole('row', { name: /User created/ }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Signed in/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/The chain is intact/)).toBeVisible();
  await expectNoSeriousViolations(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/ndjson/);
});

test('shows the state of the system', async ({ as }) => {
  const page = await as('admin');
  await page.goto('/administration/system');
  await expect(page.getByText(/PostgreSQL .* embedded/)).toBeVisible();
  await expect(page.getByRole('row', { name: /seal-audit/ })).toBeVisible();
  await expectNoSeriousViolations(page);
});

test('tells somebody without the role what is needed', async ({ as }) => {
  const page = await as('dora');
  await page.goto('/administration/audit');
  await expect(page.getByRole('heading', { name: 'You may not see this page' })).toBeVisible();
  await expect(page.getByText(/admin, auditor/)).toBeVisible();
});
