import type { Page } from '@playwright/test';
import { system, timesDone } from '../support/landscape';
import { furnish, newKey, useTemplate } from '../support/project';
import { expect, test } from '../support/test';

test('goes from the service key to production by clicking only', async ({ as, api }) => {
  test.setTimeout(240_000);
  const [admin, paul, dora, rita] = [await as('admin'), await as('paul'), await as('dora'), await as('rita')];
  const key = newKey('J');
  const credential = `Cloud ALM of ${key}`;
  const deployedBefore = await timesDone('cpi-prod', 'deploy', 'OrderConfirmation');

  await test.step('Register Credential by pasting the service key', async () => {
    await admin.goto('/administration/credentials');
    await admin.getByRole('button', { name: 'Register Credential' }).first().click();
    await admin.getByRole('textbox', { name: 'Name' }).fill(credential);
    await admin.getByRole('textbox', { name: 'Service key' }).fill(JSON.stringify((await system('alm')).serviceKey));
    await admin.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(admin.getByRole('row', { name: new RegExp(credential) })).toBeVisible();
  });

  await test.step('Create Project', async () => {
    await admin.goto('/administration/projects');
    await admin.getByRole('button', { name: 'Create Project' }).first().click();
    await admin.getByRole('textbox', { name: 'Key' }).fill(key);
    await admin.getByRole('textbox', { name: 'Name' }).fill(`Journey ${key}`);
    await admin.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(admin.getByRole('row', { name: new RegExp(key) })).toBeVisible();
    const call = await api('admin');
    await furnish(call, key);
    await useTemplate(call, key);
  });

  await test.step('ALM Integrations, Add', async () => {
    await paul.goto(`/projects/${key}/settings/alm-integrations`);
    await paul.getByRole('button', { name: 'Add', exact: true }).first().click();
    const dialog = paul.locator('ui5-dialog[open]');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Cloud ALM');
    await choose(paul, 'credentialId', credential);
    await expect(dialog.getByText(/projects can be seen/)).toBeVisible();
    await choose(paul, 'externalProjectId', 'Order to Cash Renewal');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(paul.getByTestId('hook-token')).toBeVisible();
    await paul.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(paul.getByRole('row', { name: /Cloud ALM.*Order to Cash Renewal/ })).toBeVisible();
  });

  await test.step('Sync User Stories', async () => {
    await dora.goto(`/projects/${key}/user-stories`);
    await dora.getByRole('button', { name: 'Sync User Stories' }).first().click();
    const options = dora.locator('ui5-dialog[open]').getByRole('button', { name: 'Sync', exact: true });
    const done = dora.getByText(/Sync of Cloud ALM is completed/);
    await expect(options.or(done).first()).toBeVisible();
    if (await options.isVisible()) {
      await options.click();
    }
    await expect(done).toBeVisible({ timeout: 40_000 });
  });

  await test.step('Actions > Edit, and attach what the story carries', async () => {
    await dora.getByRole('searchbox').first().fill('FatturaPA');
    const row = dora.getByRole('row', { name: /FatturaPA/ });
    await row.getByRole('button', { name: /^Actions for/ }).click();
    await dora.getByRole('menuitem', { name: 'Edit', exact: true }).click();
    await expect(dora.getByRole('heading', { level: 1, name: /FatturaPA/ })).toBeVisible();
    await dora.getByRole('tab', { name: /CPI Artifacts|Integration/ }).click();
    await dora.getByRole('button', { name: 'Add', exact: true }).first().click();
    const dialog = dora.locator('ui5-dialog[open]');
    await dialog.getByRole('button', { name: /Order to Cash/ }).first().click();
    await dialog.getByRole('checkbox', { name: /Order ?Confirmation/ }).click();
    await dialog.getByRole('button', { name: 'Attach (1)' }).click();
    await expect(dialog).toBeHidden();
    await expect(dora.getByText('OrderConfirmation').first()).toBeVisible();
  });

  await test.step('Promote to QA, approved by somebody else', async () => {
    await promote(dora);
    await expect(dora.getByText('Waiting for approval').first()).toBeVisible();
    await expect(dora.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
    await approve(rita, key);
    await expect(dora.getByText('Waiting for Promote').first()).toBeVisible({ timeout: 40_000 });
  });

  await test.step('Promote to PROD', async () => {
    const open = new RegExp(`^Open ${key}-`);
    await dora.getByRole('link', { name: open }).or(dora.getByRole('button', { name: open })).first().click();
    await promote(dora);
    await expect(dora.getByText('Waiting for approval').first()).toBeVisible();
    await approve(rita, key);
    await expect(dora.locator('[data-state=COMPLETED]').first()).toBeVisible({ timeout: 40_000 });
    const told = deployedBefore === 0 ? 'Order Confirmation 1.1.0 is started.' : 'Everything is there already.';
    await expect(dora.getByText(told).first()).toBeVisible();
  });

  await test.step('the tenant itself has it', async () => {
    expect(await timesDone('cpi-prod', 'deploy', 'OrderConfirmation')).toBe(Math.max(deployedBefore, 1));
  });
});

async function choose(page: Page, field: string, option: string): Promise<void> {
  const select = page.locator(`[data-field=${field}] ui5-select`);
  await select.click();
  await select.locator('ui5-option', { hasText: option }).click();
}

/** From the item's page over the plan to the run. */
async function promote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Promote', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Promotion Plan' })).toBeVisible();
  const button = page.getByRole('button', { name: 'Promote', exact: true });
  await expect(button).toBeEnabled();
  await button.click();
  await page.waitForURL(/pipeline-activity\//);
}

async function approve(page: Page, key: string): Promise<void> {
  await page.goto(`/projects/${key}/my-tasks`);
  await page.getByText(new RegExp(`${key}-\\d+`)).first().click();
  await page.getByRole('button', { name: /^Approve approve/ }).click();
  const dialog = page.locator('ui5-dialog[open]');
  await dialog.getByRole('textbox').first().fill('Looked at the plan');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dialog).toBeHidden();
}
