import type { Locator, Page } from '@playwright/test';
import { itemsOf, type Json } from '../support/api';
import { demo, expect, test } from '../support/test';

interface Schema {
  title?: string;
  $ref?: string;
  properties?: Record<string, Schema>;
  enum?: unknown[];
  items?: Schema;
  type?: string | string[];
}

test('renders the settings of every connector that the server names', async ({ as, api }) => {
  const call = await api('admin');
  const connectors = await itemsOf<{ displayName: string; deliverableKinds: unknown[]; settingsSchema: Schema }>(
    call,
    '/connectors',
  );
  const environments = connectors.filter(({ deliverableKinds }) => deliverableKinds.length > 0);
  expect(environments.length).toBeGreaterThan(0);
  const page = await as('admin');
  await page.goto('/administration/environments');
  await page.getByRole('button', { name: 'Register Environment' }).first().click();
  for (const { displayName, settingsSchema } of environments) {
    await test.step(displayName, async () => {
      await choose(page, 'connector', displayName);
      await expectFields(page, settingsSchema.properties ?? {});
    });
  }
  await page.getByRole('button', { name: 'Cancel' }).click();

  const external = connectors.filter(({ deliverableKinds }) => deliverableKinds.length === 0);
  const paul = await as('paul');
  await paul.goto(`/projects/${demo().project}/settings/alm-integrations`);
  await paul.getByRole('button', { name: 'Add', exact: true }).first().click();
  for (const { displayName } of external) {
    await expect(paul.locator('ui5-dialog[open] ui5-option', { hasText: displayName })).toBeAttached();
  }
});

test('renders the box and the parameters of every task kind that the server names', async ({ as, api }) => {
  const schema = await (await api('paul'))('GET', '/pipelines/schema');
  const definitions = schema['$defs'] as Record<string, Schema>;
  const kinds = Object.entries(definitions['task']?.properties ?? {}).filter(([name]) => name !== 'name' && name !== 'parallel');
  expect(kinds.length).toBeGreaterThan(0);
  const page = await as('paul');
  await page.goto(`/projects/${demo().project}/release-pipelines/new`);
  await page.getByRole('button', { name: /Empty pipeline/ }).first().click();
  const add = page.getByRole('button', { name: /^Add Task to/ }).first();
  await add.click();
  for (const [kind, reference] of kinds) {
    await test.step(kind, async () => {
      const parameters = resolved(schema, reference);
      const title = parameters.title ?? worded(kind);
      await choose(page, undefined, title);
      const properties = Object.entries(parameters.properties ?? {})
        .filter(([, each]) => each.$ref !== '#/$defs/taskName')
        .map(([name, each]) => [name, deeply(schema, each)] as const);
      await expectFields(page, Object.fromEntries(properties));
    });
  }
});

/** With the properties of an object resolved, too. */
function deeply(schema: Json, reference: Schema): Schema {
  const found = resolved(schema, reference);
  const own = Object.entries(found.properties ?? {}).map(([name, each]) => [name, resolved(schema, each)] as const);
  return own.length === 0 ? found : { ...found, properties: Object.fromEntries(own) };
}

/** Each property stands there as a control with its label. */
async function expectFields(page: Page, properties: Record<string, Schema>): Promise<void> {
  const dialog = page.locator('ui5-dialog[open]');
  for (const [name, property] of Object.entries(properties)) {
    const label = property.title ?? worded(name);
    const field = dialog.locator(`[data-field="${name}"]`);
    await expect(field, `${name} has a field`).toBeVisible();
    if (property.properties !== undefined) {
      // A group: each of its own properties is a field.
      await expectFields(page, property.properties);
      continue;
    }
    await expect(controlOf(field, label, property), `${name} has a control called ${label}`).toBeAttached();
  }
}

function controlOf(field: Locator, label: string, { type, items, enum: values }: Schema): Locator {
  const types = [type].flat();
  const name = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}:?`);
  if (types.includes('boolean')) {
    return field.getByRole('checkbox', { name });
  }
  if (types.includes('array') && items?.enum !== undefined) {
    return field.and(field.page().getByRole('group', { name }));
  }
  if (values !== undefined) {
    return field.getByRole('combobox', { name });
  }
  return field.getByRole('textbox', { name }).or(field.getByRole('combobox', { name })).or(field.getByRole('spinbutton', { name }));
}

async function choose(page: Page, field: string | undefined, option: string): Promise<void> {
  const place = field === undefined ? '' : `[data-field=${field}] `;
  const select = page.locator(`ui5-dialog[open] ${place}ui5-select`).first();
  await select.click();
  await select.locator('ui5-option').getByText(option, { exact: true }).or(select.locator(`ui5-option:text-is("${option}")`)).first().click();
}

function resolved(schema: Json, { $ref: reference, ...own }: Schema): Schema {
  if (reference === undefined) {
    return own;
  }
  const steps = reference.replace(/^#\//, '').split('/');
  const found = steps.reduce<unknown>((at, step) => (at as Json)[step], schema);
  return { ...resolved(schema, found as Schema), ...own };
}

function worded(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
