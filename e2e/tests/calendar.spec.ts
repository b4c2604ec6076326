import type { Page } from '@playwright/test';
import { timesDone } from '../support/landscape';
import { addPipeline, attach, environments, furnish, linked, newKey } from '../support/project';
import { patch } from '../support/api';
import { expect, test } from '../support/test';

const pipeline = `
name: held
stages:
  - name: QA
    tasks:
      - deploy: { environment: CPI-QA }
`;

test('a freeze that comes every day parks a promotion, and two people let it pass', async ({ as, api }) => {
  const [key, title, freeze] = [newKey('F'), 'Held back', 'Month-end close'];
  const call = await api('admin');
  await call('POST', '/projects', { key, name: `Freezes ${key}` });
  await furnish(call, key);
  await patch(call, `/projects/${key}`, { defaultPipelineId: await addPipeline(call, key, pipeline) });
  const { [title]: story } = await linked(call, key, { stories: [title] });
  const ids = await environments(call);
  await attach(await api('dora'), story?.id ?? '', 'cpi-artifact', ids['CPI-DEV'], 'SupplierSync');
  const before = await timesDone('cpi-qa', 'deploy', 'SupplierSync');
  const [dora, rita] = [await as('dora'), await as('rita')];

  await test.step('a release manager adds it for the project', async () => {
    await rita.goto('/administration/freeze-calendar');
    await rita.getByRole('button', { name: 'Add Entry' }).first().click();
    const dialog = rita.locator('ui5-dialog[open]');
    await dialog.getByRole('textbox', { name: 'Name' }).fill(freeze);
    await choose(rita, 'project', key);
    await enter(rita, 'startsAt', inHours(-2));
    await enter(rita, 'endsAt', inHours(2));
    await choose(rita, 'repeat', 'Every day');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The books are closed');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(rita.getByRole('row', { name: new RegExp(`${freeze}.*${key}.*In effect`) })).toBeVisible();
    await expect(rita.getByRole('table', { name: 'The next 60 days' })).toContainText(freeze);
  });

  await test.step('the plan says so, and the run waits for its end', async () => {
    await dora.goto(`/projects/${key}/user-stories/${story?.id ?? ''}/promotion-plan`);
    await expect(dora.getByText(new RegExp(`Freeze until.*${freeze}`)).first()).toBeVisible();
    await dora.getByRole('button', { name: 'Promote', exact: true }).click();
    await dora.waitForURL(/pipeline-activity\//);
    await expect(dora.locator('.ty-task-message', { hasText: new RegExp(`Freeze until.*${freeze}`) })).toBeVisible();
  });

  await test.step('who wants it to pass cannot do it alone', async () => {
    await pass(dora, 'Retry', 'Payments stop otherwise');
    await expect(dora.getByText(/You asked to pass the freeze: “Payments stop otherwise”/)).toBeVisible();
    await expect(dora.getByRole('button', { name: /^Confirm/ })).toHaveCount(0);
    expect(await timesDone('cpi-qa', 'deploy', 'SupplierSync')).toBe(before);
  });

  await test.step('a second person confirms, and both stand there', async () => {
    await rita.goto(dora.url());
    await expect(rita.getByText(/dora wants to pass the freeze: “Payments stop otherwise”/)).toBeVisible();
    await pass(rita, 'Confirm: Retry', 'Agreed with the controller');
    await expect(dora.locator('[data-task][data-state=DONE]')).toBeVisible({ timeout: 40_000 });
    await expect(dora.getByRole('row', { name: /Freeze passed.*Payments stop otherwise.*dora.*rita/ })).toBeVisible();
    expect(await timesDone('cpi-qa', 'deploy', 'SupplierSync')).toBe(Math.max(before, 1));
  });

  await test.step('and it can be taken away again', async () => {
    await rita.goto('/administration/freeze-calendar');
    const row = rita.getByRole('row', { name: new RegExp(`${freeze}.*${key}`) });
    await row.getByRole('button', { name: `Delete ${freeze}` }).click();
    await rita.locator('ui5-dialog[open]').getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(row).toHaveCount(0);
  });
});

async function pass(page: Page, button: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${button}`) }).click();
  const dialog = page.locator('ui5-dialog[open]');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: 'Retry', exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  const select = page.locator(`[data-field=${field}] ui5-select`);
  await select.click();
  await select.locator('ui5-option', { hasText: option }).click();
}

/** Types a time as the field shows one. */
async function enter(page: Page, field: string, at: Date): Promise<void> {
  const input = page.locator(`[data-field=${field}] ui5-datetime-picker input`);
  await input.fill(new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium' }).format(at));
  await input.press('Tab');
}

function inHours(hours: number): Date {
  return new Date(Date.now() + hours * 3_600_000);
}
