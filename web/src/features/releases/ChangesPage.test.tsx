import { expect, test } from 'vitest';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import type { Bypassed, Change } from './api';
import { feature } from './feature';

const call = 'GET /api/v1/projects/BHA/production-changes';
const page = '/projects/BHA/production-changes';
const viewer = { roles: [], project: project({ roles: ['viewer'] }) };

function bypass(changes: Partial<Bypassed> = {}): Bypassed {
  return {
    at: '2026-11-20T09:30:00Z',
    runId: 'run-1',
    workItemId: 'BHA-9',
    stage: 'PROD',
    task: 'stop jobs',
    action: 'skip',
    askedBy: 'mara',
    reason: 'No job runs',
    confirmedBy: 'otto',
    confirmedAt: '2026-11-20T09:40:00Z',
    ...changes,
  };
}

function change(changes: Partial<Change> = {}): Change {
  return {
    at: '2026-11-20T10:00:00Z',
    environment: 'S4-PRD',
    workItemId: 'BHA-9',
    title: 'Electronic invoice',
    changeType: 'NORMAL',
    kind: 'transport',
    externalId: 'DEVK900107',
    name: 'Log table fields',
    objects: ['R3TR TABL ZORDER_LOG'],
    requester: 'dora',
    developer: 'DEVELOPER2',
    testers: ['rita'],
    approvals: [{ by: 'amir', meaning: 'approve PROD', at: '2026-11-20T09:00:00Z' }],
    importer: 'Tyto for dora',
    runId: 'run-1',
    log: '1 imported into PRD',
    documents: [{ name: 'import.txt', href: '/api/v1/runs/run-1/documents/d1' }],
    rolledBack: false,
    bypasses: [],
    ...changes,
  };
}

test('says of each change who asked for, made, tested, approved and imported it, with its log', async () => {
  fake(call, () => ({ items: [change(), change({ externalId: 'DEVK900108', rolledBack: true, releasePackage: 'December', changeType: 'EMERGENCY' })] }));
  const { screen } = await showScreen(feature, page, viewer);
  await expect.element(screen.getByRole('link', { name: 'BHA-9' }).first()).toHaveAttribute('href', '/projects/BHA/user-stories/BHA-9');
  for (const said of ['Emergency change', 'S4-PRD', 'DEVELOPER2', 'Tyto for dora', 'approve PROD']) {
    await expect.element(screen.getByText(said).first()).toBeVisible();
  }
  await expect.element(screen.getByRole('link', { name: 'import.txt' }).first()).toHaveAttribute('href', '/api/v1/runs/run-1/documents/d1');
  await expect.element(screen.getByText('Rolled back')).toBeVisible();
  await expect.element(screen.getByText(/December/)).toBeVisible();
  await expectNoSeriousViolations();
});

test('marks what came to Production around a rule, and leads to all bypasses of the period', async () => {
  fake(call, () => ({ items: [change({ bypasses: [bypass()] })] }));
  fake('GET /api/v1/projects/BHA/bypasses', () => ({ items: [] }));
  const { screen } = await showScreen(feature, `${page}?from=2026-11-01&to=2026-11-22`, viewer);
  await expect.element(screen.getByRole('row', { name: /BHA-9/ })).toHaveTextContent(/Skipped stop jobs: mara No job runs with otto/);
  await expectNoSeriousViolations();
  await screen.getByText('Bypasses', { exact: true }).first().click();
  await expect.element(screen.getByText('Nobody went around a rule in this period')).toBeVisible();
  const query = callsOf('GET /api/v1/projects/BHA/bypasses')[0]?.query;
  expect([query?.get('from'), query?.get('to')]).toEqual(['2026-11-01', '2026-11-22']);
});

test('lists who went around what, when, why and with whom', async () => {
  fake('GET /api/v1/projects/BHA/bypasses', () => ({
    items: [bypass(), bypass({ action: 'override-freeze', task: 'deploy PROD', confirmedBy: null, confirmedAt: null })],
  }));
  const { screen } = await showScreen(feature, '/projects/BHA/bypasses', viewer);
  const row = screen.getByRole('row', { name: /stop jobs/ });
  await expect.element(row).toHaveTextContent(/20.*BHA-9.*PROD – stop jobs.*Skipped.*mara.*No job runs.*otto/);
  await expect.element(screen.getByRole('row', { name: /deploy PROD/ })).toHaveTextContent(/Freeze passed/);
  await expect
    .element(screen.getByRole('link', { name: 'PROD – stop jobs' }))
    .toHaveAttribute('href', '/projects/BHA/pipeline-activity/run-1?stage=PROD');
  await expectNoSeriousViolations();
});

test('asks for the last thirty days at first', async () => {
  fake(call, () => ({ items: [] }));
  const { screen } = await showScreen(feature, page, viewer);
  await expect.element(screen.getByText(/Nothing/)).toBeVisible();
  const query = callsOf(call)[0]?.query;
  const days = (Date.parse(query?.get('to') ?? '') - Date.parse(query?.get('from') ?? '')) / 86_400_000;
  expect(days).toBe(30);
});

test('says why a period is refused', async () => {
  fake(call, () => new Refused(400, 'invalid', 'The period ends before it begins.'));
  const { screen } = await showScreen(feature, page, viewer);
  await expect.element(screen.getByText('The period ends before it begins.')).toBeVisible();
  await expect.element(screen.getByText('Try again')).toBeVisible();
});
