import { randomBytes } from 'node:crypto';
import { itemsOf } from '../support/api';
import { attach, environments, furnish, linked, newKey, useTemplate } from '../support/project';
import { expect, test } from '../support/test';
import { zip } from '../support/zip';

test('everything that Edit User Story changes is there afterwards', async ({ as, api }) => {
  const [key, title] = [newKey('W'), 'Written on the page'];
  const call = await api('admin');
  await call('POST', '/projects', { key, name: `Writes ${key}` });
  await furnish(call, key);
  await useTemplate(call, key);
  const { [title]: story } = await linked(call, key, { stories: [title] });
  const path = `/projects/${key}/work-items/${story?.id ?? ''}`;
  const ids = await environments(call);
  const dora = await api('dora');
  const page = await as('dora');
  await page.goto(`/projects/${key}/user-stories/${story?.id ?? ''}`);

  await test.step('component, pipeline and that there is nothing to deploy', async () => {
    const select = page.locator('[data-field=pipelineId] ui5-select');
    await select.click();
    await select.locator('ui5-option', { hasText: /^integration-suite-standard/ }).click();
    await page.getByRole('textbox', { name: 'Component' }).fill('Orders');
    await page.getByRole('checkbox', { name: 'There is nothing to deploy' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Component' })).toHaveValue('Orders');
    const [pipeline] = await itemsOf<{ id: string }>(call, `/projects/${key}/pipelines`);
    expect(await call('GET', path)).toMatchObject({ component: 'Orders', noArtifacts: true, pipelineId: pipeline?.id });
  });

  await test.step('the order, by keyboard', async () => {
    for (const artifact of ['OrderReplication', 'GoodsReceipt']) {
      await attach(dora, story?.id ?? '', 'cpi-artifact', ids['CPI-DEV'], artifact);
    }
    await page.getByRole('tab', { name: /^CPI Artifacts/ }).click();
    const up = page.getByRole('button', { name: /^Move Goods Receipt Notification up/ });
    await up.focus();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByText(/Goods Receipt Notification is now 1 of 2/)).toBeAttached();
    await expect(page.getByRole('button', { name: /^Move Goods Receipt Notification down/ })).toBeFocused();
    const order = async () => (await itemsOf<{ externalId: string }>(dora, `${path}/deliverables`)).map((each) => each.externalId);
    await expect.poll(order).toEqual(['GoodsReceipt', 'OrderReplication']);
  });

  await test.step('a parameter in the grid of Configure', async () => {
    await page.getByRole('button', { name: /^Configure Order Replication/ }).click();
    const dialog = page.locator('ui5-dialog[open]');
    await dialog.getByRole('textbox', { name: /^Poll_Interval.*CPI-QA/ }).fill('77');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
    const query = `environmentId=${ids['CPI-QA'] ?? ''}&artifactId=OrderReplication`;
    const parameters = await itemsOf<{ key: string; value: string }>(dora, `/projects/${key}/parameters?${query}`);
    expect(parameters.find((each) => each.key === 'Poll_Interval')?.value).toBe('77');
  });

  await test.step('an MTA archive, with progress', async () => {
    await page.getByRole('tab', { name: /^Other/ }).click();
    const network = await page.context().newCDPSession(page);
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: 1_000_000,
    });
    const descriptor = "_schema-version: '3.1'\nID: com.example.orders\nversion: 2.0.1\n";
    const buffer = zip({
      'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\r\n\r\n',
      'META-INF/mtad.yaml': descriptor,
      'web/data.bin': randomBytes(2_000_000),
    });
    await page.locator('input[type=file]').setInputFiles({ name: 'orders.mtar', mimeType: 'application/zip', buffer });
    await expect(page.getByRole('progressbar', { name: 'orders.mtar' })).toBeVisible();
    await expect(page.getByText('orders.mtar is attached.')).toBeVisible();
    await network.detach();
    await expect(page.getByRole('row', { name: /com\.example\.orders.*2\.0\.1/ })).toBeVisible();
  });
});
