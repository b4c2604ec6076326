import { demo, expect, test } from '../support/test';

const project = () => `/projects/${demo().project}`;

test('explains a failed run in the words of the system', async ({ as }) => {
  const page = await as('dora');
  await page.goto(`${project()}/pipeline-activity/${demo().runs.failed}`);
  await expect(page.getByText(/target field .* is mandatory and has no source/).first()).toBeVisible();
});

test('refuses the promoter, lets another person approve, and shows it live in the first one’s browser', async ({ as }) => {
  const [dora, rita] = [await as('dora'), await as('rita')];
  const { waiting } = demo().workItems;
  const runId = /\/runs\/([^/]+)\//.exec(demo().runs.approval)?.[1] ?? '';
  await dora.goto(`${project()}/pipeline-activity/${runId}`);
  await expect(dora.getByText('Waiting for approval').first()).toBeVisible();
  await expect(dora.getByRole('button', { name: /^Approve/ })).toHaveCount(0);

  await rita.goto(`${project()}/my-tasks`);
  await rita.getByText(waiting, { exact: false }).first().click();
  await rita.getByRole('button', { name: /^Approve approve/ }).click();
  const dialog = rita.locator('ui5-dialog[open]');
  await dialog.getByRole('textbox').first().fill('Looks good');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dora.getByText('rita approved').first()).toBeVisible();
  await expect(dora.getByText('Waiting for Promote').first()).toBeVisible({ timeout: 40_000 });
});
