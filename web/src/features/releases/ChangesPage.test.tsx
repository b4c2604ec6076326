import { expect, test } from 'vitest';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import type { Change } from './api';
import { feature } from './feature';

const call = 'GET /api/v1/projects/BHA/production-changes';
const page = '/projects/BHA/production-changes';
const viewer = { roles: [], project: project({ roles: ['viewer'] }) };

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
