import { expect, test } from 'vitest';
import { callsOf, fake, Refused } from '../../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../../testing/showScreen';
import { feature } from '../feature';

const api = '/api/v1/projects/BHA/release-packages/p1';
const manager = { roles: [], project: project({ roles: ['release-manager'] }) };

const packed = {
  id: 'p1',
  project: 'BHA',
  name: 'December',
  pipelineId: 'pipe',
  releaseVersionId: 'r1',
  workItemIds: ['BHA-2', 'BHA-3'],
  archived: false,
  createdBy: 'rita',
  createdAt: '2026-11-22T20:59:00Z',
  run: null,
  version: 4,
};

const plan = {
  candidate: 1,
  digest: 'd1',
  continues: null,
  runId: null,
  pipeline: { id: 'pipe', version: 1, name: 'standard' },
  tasks: [{ stage: 'QA', name: 'deploy QA', kind: 'deploy', note: 'CPI-QA.' }],
  gates: [{ code: 'carries-along', verdict: 'PASS', message: '', cure: '', overridable: false }],
  changes: [],
};

test('promotes the package by the digest that was looked at', async () => {
  fake(`GET ${api}`, () => packed);
  fake(`GET ${api}/promotion-plan`, () => plan);
  fake(`POST ${api}/promotions`, () => ({ id: 'run-9' }));
  const { screen } = await showScreen(feature, '/projects/BHA/release-packages/p1', manager);
  await expect.element(screen.getByRole('link', { name: 'BHA-3' })).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByText('Promote', { exact: true }).click();
  await expect.poll(() => callsOf(`POST ${api}/promotions`)[0]?.body).toEqual({ digest: 'd1' });
});

test('shows at the items why an order is refused', async () => {
  fake(`GET ${api}`, () => packed);
  fake(`GET ${api}/promotion-plan`, () => plan);
  fake(`PATCH ${api}`, () =>
    new Refused(409, 'wrong-order', 'No.', [{ field: 'workItemIds', code: 'wrong-order', message: 'BHA-3 depends on BHA-2.' }]),
  );
  const { screen } = await showScreen(feature, '/projects/BHA/release-packages/p1', manager);
  await screen.getByText('Edit', { exact: true }).click();
  await screen.getByRole('button', { name: 'Move BHA-2 down' }).click();
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText('BHA-3 depends on BHA-2.').first()).toBeVisible();
  expect(callsOf(`PATCH ${api}`)[0]?.body).toMatchObject({ workItemIds: ['BHA-3', 'BHA-2'] });
});

test('promotes the package as an emergency when the pipeline takes one', async () => {
  const pipeline = { ...plan.pipeline, changeTypes: ['NORMAL', 'EMERGENCY'] };
  fake(`GET ${api}`, () => packed);
  fake(`GET ${api}/promotion-plan`, ({ query }) => ({ ...plan, pipeline, digest: query.get('changeType') ?? 'usual' }));
  fake(`POST ${api}/promotions`, () => ({ id: 'run-9' }));
  const { screen } = await showScreen(feature, '/projects/BHA/release-packages/p1', manager);
  await screen.getByRole('combobox', { name: 'Type of change' }).click();
  await screen.getByRole('option', { name: 'Emergency' }).click();
  await expect.poll(() => callsOf(`GET ${api}/promotion-plan`).at(-1)?.query.get('changeType')).toBe('EMERGENCY');
  await screen.getByText('Promote', { exact: true }).click();
  await expect.poll(() => callsOf(`POST ${api}/promotions`)[0]?.body).toEqual({ digest: 'EMERGENCY', changeType: 'EMERGENCY' });
});

test('takes another pipeline and more items, one that was only typed too', async () => {
  fake(`GET ${api}`, () => packed);
  fake(`GET ${api}/promotion-plan`, () => plan);
  fake('GET /api/v1/projects/BHA/pipelines', () => ({ items: [{ id: 'pipe', name: 'standard' }, { id: 'fast', name: 'hotfix' }] }));
  fake('GET /api/v1/projects/BHA/work-items', () => ({ items: [{ id: 'BHA-7', title: 'Comes later' }, { id: 'BHA-2', title: 'Is in it' }] }));
  fake(`PATCH ${api}`, () => packed);
  const { screen } = await showScreen(feature, '/projects/BHA/release-packages/p1', manager);
  await screen.getByText('Edit', { exact: true }).click();
  await screen.getByRole('combobox', { name: /Release pipeline/ }).click();
  await screen.getByText('hotfix').click();
  const more = screen.getByRole('textbox', { name: /Add a work item/ });
  await more.fill('later');
  await expect.poll(() => callsOf('GET /api/v1/projects/BHA/work-items').at(-1)?.query.get('q')).toBe('later');
  await more.fill('BHA-7 Comes later');
  await screen.getByText('Add', { exact: true }).click();
  await expect.element(screen.getByRole('button', { name: 'Move BHA-7 up' })).toBeVisible();
  await expectNoSeriousViolations();
  await more.fill('bha-9');
  await screen.getByText('Save', { exact: true }).click();
  await expect
    .poll(() => callsOf(`PATCH ${api}`)[0]?.body)
    .toEqual({ name: 'December', workItemIds: ['BHA-2', 'BHA-3', 'BHA-7', 'BHA-9'], pipelineId: 'fast', archived: false });
});

test('restores an archived package', async () => {
  let archived = true;
  fake(`GET ${api}`, () => ({ ...packed, archived }));
  fake(`GET ${api}/promotion-plan`, () => plan);
  fake(`PATCH ${api}`, () => {
    archived = false;
    return packed;
  });
  const { screen } = await showScreen(feature, '/projects/BHA/release-packages/p1', manager);
  await screen.getByText('Restore', { exact: true }).click();
  await expect.element(screen.getByText('Promote', { exact: true })).toBeVisible();
  expect(callsOf(`PATCH ${api}`)[0]?.body).toEqual({ archived: false });
  expect(screen.getByText('Restore', { exact: true }).query()).toBeNull();
});
