import type { Locator, Page } from '@playwright/test';
import { patch, type Call } from '../support/api';
import { addPipeline, attach, environments, furnish, linked, newKey, type WorkItem } from '../support/project';
import { expect, test } from '../support/test';

const pipeline = `
name: straight
stages:
  - name: QA
    tasks:
      - deploy: { environment: CPI-QA }
`;

test('a release version shows what is not ready, promotes the rest and lets an item go', async ({ as, api }) => {
  const [key, release, ready, empty] = [newKey('G'), 'Winter', 'Goes live', 'Carries nothing'];
  const items = await staged(await api('admin'), key, [ready, empty]);
  await attach(await api('dora'), id(items, ready), 'cpi-artifact', await source(await api('admin')), 'CountryCodes');
  const rita = await as('rita');

  await test.step('create it', async () => {
    await rita.goto(`/projects/${key}/releases`);
    await rita.getByRole('button', { name: 'Create Release Version' }).first().click();
    const dialog = dialogOf(rita);
    await dialog.getByRole('textbox', { name: 'Name' }).fill(release);
    await dialog.getByRole('textbox', { name: 'Description' }).fill('Before the holidays');
    await dialog.getByRole('button', { name: 'Create Release Version', exact: true }).click();
    await expect(rita.getByRole('row', { name: new RegExp(release) })).toBeVisible();
  });

  await test.step('put two stories into it at once', async () => {
    await rita.goto(`/projects/${key}/user-stories`);
    for (const title of [ready, empty]) {
      await rita.getByRole('row', { name: new RegExp(title) }).getByRole('checkbox').click();
    }
    await rita.getByRole('button', { name: 'Set Release Version' }).click();
    const dialog = dialogOf(rita);
    await dialog.locator('ui5-select').click();
    await dialog.locator('ui5-option', { hasText: release }).click();
    await dialog.getByRole('button', { name: 'Set for 2 items' }).click();
    await expect(dialog.getByText('2 done, 0 refused.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  });

  const row = (title: string): Locator => rita.getByRole('row', { name: new RegExp(title) });
  await test.step('what is not ready stands on top, with why', async () => {
    await rita.goto(`/projects/${key}/releases`);
    await rita.getByRole('link', { name: release }).click();
    await expect(row(empty)).toContainText('Blocked');
    await expect(row(empty)).toContainText(`${id(items, empty)} has no deliverables.`);
    await expect(row(ready)).toContainText('Ready');
    await expect(rita.getByText('1 of 2 are ready or through.')).toBeVisible();
    await expect(rita.getByRole('row').nth(1)).toContainText(empty);
  });

  await test.step('Promote All takes what is ready and says what it leaves', async () => {
    await rita.getByRole('button', { name: 'Promote All' }).click();
    const dialog = dialogOf(rita);
    await expect(dialog.getByText(`Left out, because something is still open: ${id(items, empty)}.`)).toBeVisible();
    await dialog.getByRole('button', { name: 'Promote (1)' }).click();
    await expect(dialog.getByText('Started')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(row(ready)).toContainText('Completed', { timeout: 40_000 });
  });

  await test.step('Descope wants a reason', async () => {
    await row(empty).getByRole('button', { name: `Descope ${id(items, empty)}` }).click();
    const dialog = dialogOf(rita);
    await dialog.getByRole('button', { name: 'Descope', exact: true }).click();
    await expect(dialog.locator('.ty-field-error')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Not needed before the holidays');
    await dialog.getByRole('button', { name: 'Descope', exact: true }).click();
    await expect(row(empty)).toHaveCount(0);
    await expect(rita.getByText('1 of 1 are ready or through.')).toBeVisible();
  });
});

test('a release package brings its items together, in the order that people chose', async ({ as, api }) => {
  const [key, first, second] = [newKey('P'), 'Written first', 'Goes first'];
  const admin = await api('admin');
  const items = await staged(admin, key, [first, second]);
  const dora = await api('dora');
  await attach(dora, id(items, first), 'cpi-artifact', await source(admin), 'GoodsReceipt');
  await attach(dora, id(items, second), 'cpi-artifact', await source(admin), 'EmployeeReplication');
  const release = await admin('POST', `/projects/${key}/release-versions`, { name: 'Spring', description: '' });
  for (const title of [first, second]) {
    await patch(admin, `/projects/${key}/work-items/${id(items, title)}`, { releaseVersionId: release['id'] });
  }
  const rita = await as('rita');

  await test.step('make it of the items of a release version', async () => {
    await rita.goto(`/projects/${key}/releases/${String(release['id'])}`);
    await rita.getByRole('button', { name: 'Create Package' }).click();
    const dialog = dialogOf(rita);
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Spring together');
    await expect(dialog.getByRole('checkbox', { name: new RegExp(second) })).toBeChecked();
    await dialog.getByRole('button', { name: 'Create Package', exact: true }).click();
    await expect(rita.getByRole('heading', { level: 1, name: 'Spring together' })).toBeVisible();
    await expect(rita.getByText('Release package of 2 work items, made by rita')).toBeVisible();
  });

  await test.step('change the order', async () => {
    const order = rita.getByRole('region', { name: /Work items, in the order/ }).getByRole('listitem');
    await expect(order).toHaveCount(2);
    const [top = '', below = ''] = await order.allTextContents();
    await rita.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = dialogOf(rita);
    await dialog.getByRole('button', { name: `Move ${below} up` }).click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(order).toHaveText([below, top]);
  });

  await test.step('promote it and see its run', async () => {
    const promote = rita.getByRole('button', { name: 'Promote', exact: true });
    await expect(promote).toBeEnabled();
    await promote.click();
    await rita.waitForURL(/pipeline-activity\//);
    await expect(rita.locator('[data-state=COMPLETED]').first()).toBeVisible({ timeout: 40_000 });
    await expect(rita.getByText('Spring together').first()).toBeVisible();
  });

  await test.step('both items went with it', async () => {
    const run = new URL(rita.url()).pathname;
    await rita.goto(`/projects/${key}/releases/${String(release['id'])}`);
    for (const title of [first, second]) {
      const row = rita.getByRole('row', { name: new RegExp(title) });
      await expect(row).toContainText('Completed');
      await expect(row.locator(`a[href="${run}"]`)).toBeVisible();
    }
    await expect(rita.getByRole('listitem').filter({ hasText: 'Spring together' })).toContainText('Completed');
  });
});

/** A project with these stories and a pipeline that asks nobody. */
async function staged(admin: Call, key: string, titles: string[]): Promise<Record<string, WorkItem>> {
  await admin('POST', '/projects', { key, name: `Releases ${key}` });
  await furnish(admin, key);
  await admin('PUT', `/projects/${key}/members/admin`, { roles: ['project-admin', 'release-manager'], deployTo: [] });
  await patch(admin, `/projects/${key}`, { defaultPipelineId: await addPipeline(admin, key, pipeline) });
  return linked(admin, key, { stories: titles });
}

async function source(admin: Call): Promise<string | undefined> {
  return (await environments(admin))['CPI-DEV'];
}

function id(items: Record<string, WorkItem>, title: string): string {
  return items[title]?.id ?? '';
}

function dialogOf(page: Page): Locator {
  return page.locator('ui5-dialog[open]');
}
