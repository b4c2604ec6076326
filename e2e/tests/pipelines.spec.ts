import { demo, expect, expectNoSeriousViolations, test } from '../support/test';

const list = () => `/projects/${demo().project}/release-pipelines`;

test('makes a pipeline from a template, edits it by keyboard in the picture, and compares its versions', async ({ as }) => {
  const page = await as('paul');
  const name = `p${Date.now().toString(36)}`;
  await page.goto(list());
  await expect(page.getByRole('row', { name: /integration-suite-standard/ })).toContainText('Default');
  await expectNoSeriousViolations(page);

  await page.getByRole('button', { name: 'Create Pipeline' }).click();
  await expectNoSeriousViolations(page);
  await page.getByRole('button', { name: 'Start from This: Template integration-suite-standard' }).click();
  const text = page.getByRole('textbox', { name: 'Pipeline as YAML' });
  await text.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type(`name: ${name} # agreed`);
  await page.getByRole('button', { name: 'Create Pipeline' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(text).toContainText('# agreed');
  await expectNoSeriousViolations(page);

  await page.getByRole('button', { name: /^Deploy stage: QA/ }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('button', { name: /^Deploy stage: QA/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Backup' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(text).toContainText('- deploy: { stage: QA, backup: true }');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Version 2')).toBeVisible();
  await expect(text).toContainText('# agreed');

  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByRole('row', { name: /Removed .*- deploy: { stage: QA }/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Added .*- deploy: { stage: QA, backup: true }/ })).toBeVisible();
  await expectNoSeriousViolations(page);
});

test('shows what the server refuses at the line and at the box', async ({ as }) => {
  const page = await as('paul');
  await page.goto(`${list()}/new`);
  await page.getByRole('button', { name: 'Start from This: Empty pipeline' }).or(page.getByRole('button', { name: /Empty pipeline/ })).first().click();
  await page.getByRole('textbox', { name: 'Pipeline as YAML' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('      - deploy: { environment: NOWHERE }');
  await page.getByRole('button', { name: 'Create Pipeline' }).click();
  await expect(page.getByRole('button', { name: /^Deploy .*The project uses no environment called "NOWHERE"/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Line 6, column/ })).toBeVisible();
  await expectNoSeriousViolations(page);
});

test('tells the second of two editors whose change won, and merges', async ({ as }) => {
  const [paul, rita] = [await as('paul'), await as('rita')];
  await paul.goto(`${list()}/new`);
  await paul.getByRole('button', { name: /Template abap-standard/ }).click();
  await paul.getByRole('textbox', { name: 'Pipeline as YAML' }).click();
  await paul.keyboard.press('Control+Home');
  await paul.keyboard.press('Shift+End');
  await paul.keyboard.type(`name: q${Date.now().toString(36)}`);
  await paul.getByRole('button', { name: 'Create Pipeline' }).click();
  await paul.waitForURL(/release-pipelines\/[0-9a-f-]{36}$/);
  await rita.goto(paul.url());
  for (const [page, stage] of [
    [paul, 'QA'],
    [rita, 'PROD'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`^Deploy stage: ${stage}`) }).focus();
    await page.keyboard.press('Alt+ArrowUp');
  }
  await rita.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(paul.getByText(/rita saved version 2/)).toBeVisible();
  await expectNoSeriousViolations(paul);
  await paul.getByRole('button', { name: 'Merge Both' }).click();
  await paul.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rita.getByText('Version 3')).toBeVisible();
});
