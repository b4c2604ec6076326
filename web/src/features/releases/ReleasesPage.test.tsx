import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import type { Package, Release, ReleaseItem } from './api';
import { feature } from './feature';

const api = '/api/v1/projects/BHA/release-versions';
const manager = { roles: [], project: project({ roles: ['release-manager'] }) };
const viewer = { roles: [], project: project({ roles: ['viewer'] }) };

function release(changes: Partial<Release> = {}): Release {
  return {
    id: 'r1',
    project: 'BHA',
    name: 'December',
    description: '',
    goLive: '2026-12-12',
    state: 'PLANNED',
    archived: false,
    counts: { items: 3, notStarted: 1, running: 0, waiting: 1, failed: 1, completed: 0 },
    version: 2,
    ...changes,
  };
}

function item(id: string, changes: Partial<ReleaseItem> = {}): ReleaseItem {
  return {
    workItemId: id,
    title: `Title of ${id}`,
    type: 'USER_STORY',
    gone: false,
    candidate: 1,
    readiness: 'READY',
    openGates: [],
    missingApprovals: [],
    manualSteps: [],
    collisions: [],
    ...changes,
  };
}

function fakeRelease(items: ReleaseItem[]) {
  fake(`GET ${api}/r1`, () => release());
  fake(`GET ${api}/r1/overview`, () => ({ total: items.length, ready: 1, items }));
  fake('GET /api/v1/projects/BHA/release-packages', () => ({ items: [] }));
  fake('GET /api/v1/projects/BHA/pipelines', () => ({ items: [] }));
}

function pack(changes: Partial<Package> = {}): Package {
  return {
    id: 'p1',
    project: 'BHA',
    name: 'Loose change',
    pipelineId: 'pipe',
    workItemIds: ['BHA-2', 'BHA-3'],
    archived: false,
    createdBy: 'rita',
    createdAt: '2026-11-22T20:59:00Z',
    version: 1,
    ...changes,
  };
}

test('lists the packages, without a release version and archived ones too', async () => {
  const old = pack({ id: 'p2', name: 'Old one', archived: true, releaseVersionId: 'r1' });
  fake(`GET ${api}`, () => ({ items: [release()] }));
  fake('GET /api/v1/projects/BHA/release-packages', ({ query }) => ({
    items: query.get('archived') === 'true' ? [pack(), old] : [pack()],
  }));
  const { screen } = await showScreen(feature, '/projects/BHA/releases', viewer);
  await expect.element(screen.getByRole('link', { name: 'Loose change' })).toHaveAttribute('href', '/projects/BHA/release-packages/p1');
  await expect.element(screen.getByRole('row', { name: /Loose change/ })).toHaveTextContent(/None.*BHA-2, BHA-3/);
  expect(screen.getByText('Old one').query()).toBeNull();
  await screen.getByRole('checkbox', { name: 'Show archived' }).click();
  await expect.element(screen.getByRole('row', { name: /Old one/ })).toHaveTextContent(/December.*Archived/);
  await expectNoSeriousViolations();
});

test('lists the go-lives with how far their items are', async () => {
  fake('GET /api/v1/projects/BHA/release-packages', () => ({ items: [] }));
  fake(`GET ${api}`, () => ({ items: [release(), release({ id: 'r2', name: 'Spring', goLive: null })] }));
  const { screen } = await showScreen(feature, '/projects/BHA/releases', viewer);
  await expect.element(screen.getByRole('link', { name: 'December' })).toHaveAttribute('href', '/projects/BHA/releases/r1');
  await expect.element(screen.getByText('1 failed').first()).toBeVisible();
  await expect.element(screen.getByText('No day yet')).toBeVisible();
  await expect.element(screen.getByText('Create Release Version')).not.toBeInTheDocument();
  await expectNoSeriousViolations();
});

test('creates one, and says at the name that it is taken', async () => {
  fake('GET /api/v1/projects/BHA/release-packages', () => ({ items: [] }));
  fake(`GET ${api}`, () => ({ items: [] }));
  fake(`POST ${api}`, () =>
    new Refused(409, 'name-taken', 'Taken.', [{ field: 'name', code: 'name-taken', message: 'There is a December already.' }]),
  );
  const { screen } = await showScreen(feature, '/projects/BHA/releases', manager);
  await expect.element(screen.getByText('No release versions yet')).toBeVisible();
  await screen.getByText('Create Release Version', { exact: true }).first().click();
  await screen.getByRole('textbox', { name: /Name/ }).fill('December');
  await screen.getByText('Create Release Version', { exact: true }).last().click();
  await expect.element(screen.getByRole('alert').getByText('There is a December already.')).toBeVisible();
  expect(callsOf(`POST ${api}`)[0]?.body).toEqual({ name: 'December', description: '', goLive: '' });
});

test('shows what stands between a release and its go-live, blocked ones on top', async () => {
  fakeRelease([
    item('BHA-2', {
      readiness: 'BLOCKED',
      openGates: [{ code: 'no-deliverables', verdict: 'STOP', message: 'BHA-2 has no deliverables.', cure: '', overridable: false }],
      collisions: [{ workItemId: 'BHA-3', object: 'Orders', message: 'Orders is also carried by BHA-3.' }],
    }),
    item('BHA-3', {
      readiness: 'NEEDS_PEOPLE',
      pipelineStage: 'QA',
      pipelineStatus: 'WAITING',
      runId: 'run-3',
      missingApprovals: [{ stage: 'QA', name: 'approve QA', by: ['role:release-manager'], given: 1, min: 2 }],
      manualSteps: [{ stage: 'PROD', name: 'Stop the job (PROD)' }],
    }),
  ]);
  const { screen } = await showScreen(feature, '/projects/BHA/releases/r1', viewer);
  await expect.element(screen.getByText('BHA-2 has no deliverables.')).toBeVisible();
  await expect.element(screen.getByText('Orders is also carried by BHA-3.')).toBeVisible();
  await expect.element(screen.getByText(/role:release-manager \(1 of 2\)/)).toBeVisible();
  await expect.element(screen.getByText('Stop the job (PROD)')).toBeVisible();
  await expect.element(screen.getByText('Promote All')).not.toBeInTheDocument();
  await expectNoSeriousViolations();
});

test('descopes with a reason', async () => {
  fakeRelease([item('BHA-2'), item('BHA-3')]);
  fake(`POST ${api}/r1/descopes`, () => release());
  const { screen } = await showScreen(feature, '/projects/BHA/releases/r1', manager);
  await screen.getByRole('button', { name: 'Descope BHA-2' }).click();
  await screen.getByText('Descope', { exact: true }).last().click();
  expect(callsOf(`POST ${api}/r1/descopes`)).toHaveLength(0);
  await screen.getByRole('textbox', { name: /Reason/ }).click();
  await userEvent.keyboard('Not tested');
  await screen.getByText('Descope', { exact: true }).last().click();
  await expect.poll(() => callsOf(`POST ${api}/r1/descopes`)[0]?.body).toEqual({ workItemId: 'BHA-2', reason: 'Not tested' });
});

test('promotes what is ready and says what came of each', async () => {
  fakeRelease([
    item('BHA-2', { readiness: 'BLOCKED' }),
    item('BHA-3', { continues: { runId: 'run-3', taskId: 't' } }),
    item('BHA-4', { releasePackage: 'December' }),
  ]);
  fake(`POST ${api}/r1/promotions`, () => ({
    items: [{ workItemId: 'BHA-3', outcome: 'REFUSED', code: 'predecessor', message: 'BHA-3 comes after BHA-2.' }],
  }));
  const { screen } = await showScreen(feature, '/projects/BHA/releases/r1', manager);
  await screen.getByText('Promote All', { exact: true }).click();
  await expect.element(screen.getByText(/Left out.*BHA-2/)).toBeVisible();
  await expect.element(screen.getByText('Promoted with their release package: BHA-4 (December)')).toBeVisible();
  await screen.getByText('Promote (1)').click();
  await expect.element(screen.getByText('BHA-3 comes after BHA-2.')).toBeVisible();
  expect(callsOf(`POST ${api}/r1/promotions`)[0]?.body).toEqual({
    items: [{ workItemId: 'BHA-3', candidate: 1, continues: { runId: 'run-3', taskId: 't' } }],
  });
});

test('makes a package of the items that are chosen', async () => {
  fakeRelease([item('BHA-2'), item('BHA-3'), item('BHA-4')]);
  const packages = '/api/v1/projects/BHA/release-packages';
  fake(`POST ${packages}`, () => ({ id: 'p1' }));
  const { screen } = await showScreen(feature, '/projects/BHA/releases/r1', manager);
  await screen.getByText('Create Package', { exact: true }).first().click();
  await screen.getByRole('checkbox', { name: /BHA-4/ }).click();
  await expectNoSeriousViolations();
  await screen.getByText('Create Package', { exact: true }).last().click();
  await expect.poll(() => callsOf(`POST ${packages}`)[0]?.body).toEqual({
    name: 'December',
    workItemIds: ['BHA-2', 'BHA-3'],
    releaseVersionId: 'r1',
  });
});
