import type { Page } from '@playwright/test';
import { attach, addPipeline, environments, furnish, linked, newKey, sync, type WorkItem } from '../support/project';
import { itemsOf, patch, type Call } from '../support/api';
import { control } from '../support/landscape';
import { expect, test } from '../support/test';

const key = newKey('R');
const straight = `
name: straight
stages:
  - name: QA
    tasks:
      - deploy: { stage: QA }
  - name: PROD
    tasks:
      - deploy: { stage: PROD }
`;
const stories = {
  bare: 'Without a pipeline',
  empty: 'Without deliverables',
  anonymous: 'Without a component',
  open: 'With an open transport',
  looked: 'Into what is only looked at',
  junior: 'By somebody who may not',
  one: 'Sharing an iFlow',
  other: 'Sharing it as well',
  gone: 'Gone in Cloud ALM',
  changing: 'Changed meanwhile',
};
let items: Record<string, WorkItem> = {};
let call: Call;
let ids: Record<string, string> = {};

test('each reason not to promote is told in the promotion plan', async ({ as, api }) => {
  test.setTimeout(240_000);
  const page = await as('dora');
  await test.step('set the stage', async () => {
    call = await api('admin');
    ids = await environments(call);
    await call('POST', '/projects', { key, name: `Refusals ${key}` });
    await furnish(call, key);
    await call('PUT', `/projects/${key}/members/admin`, { roles: ['project-admin', 'developer'], deployTo: [] });
    items = await linked(call, key, { stories: Object.values(stories), features: { Feature: 'CREATED' } });
  });

  await test.step('no pipeline', async () => {
    const { id } = await carrying('bare', 'GoodsReceipt');
    await refused(page, id, 'no-pipeline', `${id} has no release pipeline`);
    await page.goto(`/projects/${key}/user-stories`);
    const row = page.getByRole('row', { name: new RegExp(stories.bare) });
    await expect(row.getByRole('button', { name: /^Promote .*no release pipeline/ })).toBeVisible();
    await patch(call, `/projects/${key}`, { defaultPipelineId: await addPipeline(call, key, straight) });
  });

  await test.step('no deliverables', async () => {
    const { id } = item('empty');
    await refused(page, id, 'no-deliverables', `${id} has no deliverables.`);
  });

  await test.step('component missing, until it has one', async () => {
    const { id } = await carrying('anonymous', 'CountryCodes');
    await patch(call, `/projects/${key}`, { settings: { componentRequired: true } });
    await refused(page, id, 'component-missing', `${id} has no component, which this project requires.`);
    await page.getByRole('link', { name: 'Set it in the overview' }).click();
    await page.getByRole('textbox', { name: 'Component' }).fill('Orders');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Promote', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Promote', exact: true })).toBeEnabled();
    await expect(page.locator('[data-gate=component-missing]')).toHaveCount(0);
    await patch(call, `/projects/${key}`, { settings: { componentRequired: false } });
  });

  await test.step('transport not released', async () => {
    const { id } = item('open');
    await attach(call, id, 'transport', ids['S4-DEV'], 'DEVK900145');
    await refused(page, id, 'not-released', 'DEVK900145');
  });

  await test.step('missing permission for the target', async () => {
    const { id } = await carrying('junior', 'SupplierSync');
    await refused(await as('dario'), id, 'missing-permission', 'You may not deploy to CPI-PROD.');
  });

  await test.step('collision with another item, which its own page shows, too', async () => {
    const { id } = await carrying('one', 'OrderConfirmation');
    const other = await carrying('other', 'OrderConfirmation');
    await refused(page, id, 'carries-along', other.id);
    await page.goto(`/projects/${key}/user-stories/${other.id}?tab=cpi-artifact`);
    await expect(page.getByText(`Also in ${id}`)).toBeVisible();
  });

  await test.step('gone in Cloud ALM, which a reason may pass', async () => {
    const { id, externalUuid } = await carrying('gone', 'OrderScripts');
    await control('DELETE', `alm/tasks/${externalUuid}`);
    await sync(call, key);
    await open(page, id);
    await expect(page.locator('[data-gate=gone]')).toContainText(`${id} is gone in the external system.`);
    await page.getByRole('button', { name: 'Promote', exact: true }).click();
    const dialog = page.locator('ui5-dialog[open]');
    await expect(dialog.getByText('Promote in spite of this?')).toBeVisible();
    await dialog.getByRole('button', { name: 'Promote', exact: true }).click();
    await expect(dialog.locator('.ty-field-error')).toContainText('Say why');
  });

  await test.step('status in Cloud ALM, read live', async () => {
    const { id, externalUuid } = items['Feature'] ?? item('bare');
    await attach(call, id, 'cpi-artifact', ids['CPI-DEV'], 'OrderToIdoc');
    await refused(page, id, 'alm-status', 'Its status is In Specification: Production needs Ready for Production.');
    await control('PATCH', `alm/features/${externalUuid}`, { statusCode: 'APPROVED_FOR_DEPLOYMENT' });
    await page.getByRole('button', { name: 'Read the plan again' }).click();
    await expect(page.locator('[data-gate=alm-status]')).toHaveCount(0);
    await control('PATCH', `alm/features/${externalUuid}`, { statusCode: 'CONFIRMED' });
    await page.getByRole('button', { name: 'Read the plan again' }).click();
    await expect(page.locator('[data-gate=alm-status]')).toContainText('Create a follow-up feature');
  });

  await test.step('candidate outdated', async () => {
    const { id } = await carrying('changing', 'OrderReplication');
    await open(page, id);
    await expect(page.getByText('Candidate 1', { exact: true })).toBeVisible();
    await attach(call, id, 'cpi-artifact', ids['CPI-DEV'], 'InvoiceDispatch');
    await expect(page.getByText(/The deliverables changed since this plan was read/)).toBeVisible();
    await page.getByRole('button', { name: 'Promote', exact: true }).click();
    await expect(page.getByText('New: Invoice Dispatch in CPI-QA').first()).toBeVisible();
    expect(await itemsOf(call, `/runs?project=${key}&workItem=${id}`)).toEqual([]);
  });

  await test.step('environment is plan-only', async () => {
    const { id } = await carrying('looked', 'EmployeeReplication');
    const name = `LOOK-${key}`;
    const production = await call('GET', `/environments/${ids['CPI-PROD']}`);
    const { connector, settings, credentialId } = production;
    const made = await call('POST', '/environments', { name, connector, settings, credentialId, type: 'PRODUCTION' });
    await call('PUT', `/projects/${key}/environments/${String(made['id'])}`, { source: false });
    const chains = await itemsOf(call, `/projects/${key}/landscapes`);
    const looked = { name: 'Looked', environments: [ids['CPI-DEV'], made['id']] };
    await call('PUT', `/projects/${key}/landscapes`, { items: [...chains, looked] });
    const pipelineId = await addPipeline(
      call,
      key,
      `name: looks\nstages:\n  - name: PROD\n    tasks:\n      - deploy: { environment: ${name} }\n`,
    );
    await patch(call, `/projects/${key}/work-items/${id}`, { pipelineId });
    await refused(page, id, 'environment-plan-only', `${name}: plan-only, so Tyto does not write there.`);
  });
});

function item(name: keyof typeof stories): WorkItem {
  const found = items[stories[name]];
  if (found === undefined) {
    throw new Error(`${stories[name]} was not synced.`);
  }
  return found;
}

/** The item with this of Cloud Integration attached. */
async function carrying(name: keyof typeof stories, artifact: string): Promise<WorkItem> {
  const found = item(name);
  await attach(call, found.id, 'cpi-artifact', ids['CPI-DEV'], artifact);
  return found;
}

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/projects/${key}/user-stories/${id}/promotion-plan`);
  await expect(page.getByRole('heading', { level: 1, name: 'Promotion Plan' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Gates' })).toBeVisible();
}

/** The plan says so at its gate, and the button cannot be pressed. */
async function refused(page: Page, id: string, gate: string, message: string): Promise<void> {
  await open(page, id);
  const line = page.locator(`[data-gate=${gate}]`);
  await expect(line).toContainText(message);
  await expect(line.locator('[data-state=STOP]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Promote', exact: true })).toBeDisabled();
  await expect(page.getByText(/^Stopped by: /)).toBeVisible();
}
