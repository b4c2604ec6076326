import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Schema } from '../../lib/api/client';
import { callsOf, fake } from '../../testing/fakeApi';
import { expectNoSeriousViolations, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const path = '/administration/environments';

function environment(changes: Partial<Schema<'EnvironmentDetails'>> = {}): Schema<'EnvironmentDetails'> {
  return {
    id: 'e1',
    name: 'CPI-QA',
    connector: 'thing',
    type: 'QUALITY',
    mode: 'LIVE',
    settings: { url: 'https://qa.example' },
    credentialId: 'c1',
    usedBy: [],
    createdAt: '2026-01-01T10:00:00Z',
    modifiedAt: '2026-01-01T10:00:00Z',
    version: 1,
    ...changes,
  };
}

beforeEach(() => {
  fake('GET /api/v1/projects', () => ({ items: [] }));
  fake('GET /api/v1/connectors', () => ({ items: [connector()] }));
  fake('GET /api/v1/credentials', () => ({
    items: [{ id: 'c1', name: 'Tenant', scope: 'GLOBAL', type: 'sap-cpi', secretMissing: false }],
  }));
  fake('GET /api/v1/environments', () => ({ items: [environment()] }));
  fake('GET /api/v1/environments/e1', () => environment());
  fake('GET /api/v1/environments/e1/queue', () => ({ items: [] }));
  fake('GET /api/v1/environments/e1/artifacts', ({ query }) => ({
    items: query.get('parent') === 'P' ? [row('Orders', false)] : [row('P', true)],
  }));
});

test('registers with the form that the connector describes, production planning only', async () => {
  fake('POST /api/v1/environments', () => environment());
  const { screen } = await showScreen(feature, path);
  await screen.getByText('Register Environment').first().click();
  await choose('connector', 'Thing');
  await expect.element(screen.getByRole('textbox', { name: 'Address' })).toBeVisible();
  await choose('type', 'Production');
  await expect.element(screen.getByRole('radio', { name: /Plan only/ })).toBeChecked();
  await expectNoSeriousViolations();
  await screen.getByText('Register', { exact: true }).click();
  await expect.poll(() => callsOf('POST /api/v1/environments')[0]?.body).toMatchObject({
    connector: 'thing',
    type: 'PRODUCTION',
    mode: 'PLAN_ONLY',
    settings: { wait: 30 },
  });
});

test('tests a system check by check', async () => {
  fake('POST /api/v1/environments/e1/check', () => ({
    probes: [
      { name: 'sign-in', outcome: 'PASSED', message: 'Signed in.' },
      { name: 'deploy', outcome: 'SKIPPED', message: 'It would change the system.' },
    ],
  }));
  const { screen } = await showScreen(feature, path);
  await screen.getByRole('button', { name: 'Test CPI-QA' }).click();
  await expect.element(screen.getByText('Not tested')).toBeVisible();
  await expectNoSeriousViolations();
});

test('says what an environment is used by instead of deleting it', async () => {
  fake('GET /api/v1/environments/e1', () =>
    environment({ usedBy: [{ kind: 'project', id: 'BHA', name: 'BHA', project: 'BHA', byName: false }] }),
  );
  const { screen } = await showScreen(feature, path);
  await screen.getByRole('button', { name: 'Delete CPI-QA' }).click();
  await expect.element(screen.getByText('CPI-QA is in use')).toBeVisible();
  expect(callsOf('DELETE /api/v1/environments/e1')).toEqual([]);
});

test('browses the content down and back', async () => {
  const { screen } = await showScreen(feature, `${path}/e1`);
  await screen.getByRole('button', { name: 'P', exact: true }).click();
  await expect.element(screen.getByRole('row', { name: /Orders/ })).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByRole('button', { name: 'All', exact: true }).click();
  await expect.element(screen.getByRole('button', { name: 'P', exact: true })).toBeVisible();
});

test('shows who deploys there now and who waits behind', async () => {
  const place = { project: 'BHA', runId: 'r1', workItemId: 'BHA-1', packageName: null, stage: 'QA', task: 'Deploy QA', since: '2026-01-01T10:00:00Z', until: null };
  const hidden = { project: null, runId: null, workItemId: null, packageName: null, stage: null, task: null, since: null };
  fake('GET /api/v1/environments/e1/queue', () => ({
    items: [
      { ...place, state: 'OTHERS_FIRST', note: 'Orders is being started, deployed by kim.' },
      { ...hidden, state: 'PARKED', until: '2026-01-02T10:00:00Z' },
    ],
  }));
  const { screen } = await showScreen(feature, `${path}/e1`);
  await expect
    .element(screen.getByRole('link', { name: 'BHA-1 – Deploy QA' }))
    .toHaveAttribute('href', '/projects/BHA/pipeline-activity/r1');
  await expect.element(screen.getByText('Others first')).toBeVisible();
  await expect.element(screen.getByText(/deployed by kim/)).toBeVisible();
  await expect.element(screen.getByText('a run of a project that you cannot see')).toBeVisible();
  await expect.element(screen.getByText('Held back')).toBeVisible();
  await expectNoSeriousViolations();
});

test('names an emptied setting with null, so that it does not stay', async () => {
  fake('PATCH /api/v1/environments/e1', () => environment({ version: 2 }));
  const { screen } = await showScreen(feature, `${path}/e1`);
  await screen.getByRole('button', { name: 'Edit' }).click();
  await screen.getByRole('textbox', { name: 'Address' }).click();
  await userEvent.keyboard('{Control>}a{/Control}{Delete}');
  await screen.getByText('Save', { exact: true }).click();
  await expect
    .poll(() => callsOf('PATCH /api/v1/environments/e1')[0]?.body)
    .toEqual({ settings: { url: null } });
});

async function choose(field: string, text: string) {
  const select = document.querySelector<HTMLElement>(`[data-field="${field}"] ui5-select`);
  const option = [...(select?.querySelectorAll<HTMLElement>('ui5-option') ?? [])].find((each) => each.textContent === text);
  expect(option).toBeDefined();
  await userEvent.click(select as HTMLElement);
  await userEvent.click(option as HTMLElement);
}

function row(name: string, hasChildren: boolean): Schema<'ArtifactPageRow'> {
  return { id: name, name, hasChildren, attachable: !hasChildren, facts: {} };
}

function connector(): Schema<'ConnectorView'> {
  return {
    id: 'thing',
    displayName: 'Thing',
    capabilities: [],
    checks: [],
    credentialTypes: ['sap-cpi'],
    deliverableKinds: [{ id: 'x', displayName: 'X', tabTitle: 'X', upload: false }],
    settingsSchema: {
      properties: {
        url: { type: 'string', title: 'Address' },
        wait: { type: 'integer', title: 'Wait', default: 30 },
      },
    },
  };
}
