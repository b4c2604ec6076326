import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Schema } from '../../../lib/api/client';
import { callsOf, fake } from '../../../testing/fakeApi';
import { inboxItem, run, task } from '../../../testing/runs';
import { expectNoSeriousViolations, project, showScreen } from '../../../testing/showScreen';
import { feature } from '../feature';

const item = '/api/v1/projects/{key}/work-items/{id}';
let isDecided = false;

const orders = { id: 'd1', workItemId: 'BHA-5', kind: 'cpi-artifact', externalId: 'Orders', name: 'Orders', version: '1.0.3', author: 'dora', digest: '0c589dec06bc5eaa' };

function fakeRun(changes: Partial<Schema<'RunView'>> = {}) {
  isDecided = false;
  const change = { stage: 'QA', environmentId: 'e1', environment: 'CPI-QA', kind: 'cpi-artifact', externalId: 'Orders', name: 'Orders', from: '1.0.2', to: '1.0.3', details: [] };
  const gate = { code: 'alm-status', verdict: 'PASS', message: 'Status is In Testing.', cure: '', overridable: false };
  fake(`GET ${item}`, () => ({ id: 'BHA-5', title: 'Dunning by customer segment' }));
  fake(`GET ${item}/promotion-plan`, () => ({ runId: 'r1', candidate: 1, digest: 'x', tasks: [], gates: [gate], changes: [change] }));
  fake('GET /api/v1/runs/{id}', () =>
    run([task(isDecided ? { state: 'DONE', message: 'Approved by rita.' } : { actions: ['approve', 'reject'] })], {
      deliverables: [orders],
      ...changes,
    }),
  );
  fake('POST /api/v1/runs/{id}/tasks/{taskId}/approve', () => {
    isDecided = true;
    return run([task({ state: 'DONE', message: 'Approved by rita.' })]);
  });
}

test('shows what is approved, where it goes and what the gates say, and approves in place', async () => {
  fakeRun();
  fake('GET /api/v1/inbox', () => ({ items: isDecided ? [] : [inboxItem()] }));
  const { screen } = await showScreen(feature, '/my-tasks');
  await screen.getByRole('button', { name: /approve QA/ }).click();
  await expect.element(screen.getByText('b950d3bcc7b4')).toBeVisible();
  await expect.element(screen.getByText('0c589dec06bc')).toBeVisible();
  await expect.element(screen.getByRole('cell', { name: 'CPI-QA' })).toBeVisible();
  await expect.element(screen.getByText('Status is In Testing.')).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByText('Approve', { exact: true }).first().click();
  await screen.getByRole('textbox', { name: 'Reason' }).click();
  await userEvent.keyboard('Seen');
  await screen.getByText('Approve', { exact: true }).last().click();
  await expect.element(screen.getByText('Approved by rita.')).toBeVisible();
  expect(callsOf('POST /api/v1/runs/{id}/tasks/{taskId}/approve')[0]?.body).toEqual({ reason: 'Seen' });
});

test('shows all that a release package brings, and its own plan', async () => {
  fakeRun({
    releasePackage: { id: 'k1', name: 'Summer' },
    deliverables: [orders, { ...orders, id: 'd2', workItemId: 'BHA-6', externalId: 'Invoices', name: 'Invoices' }],
  });
  const change = { stage: 'QA', environmentId: 'e1', environment: 'CPI-QA', kind: 'cpi-artifact', externalId: 'Invoices', name: 'Invoices', from: '1.0.2', to: '1.0.3', details: [] };
  fake('GET /api/v1/projects/{key}/release-packages/{id}/promotion-plan', () => ({ runId: 'r1', candidate: 1, digest: 'x', tasks: [], gates: [], changes: [change] }));
  fake('GET /api/v1/inbox', () => ({ items: [inboxItem({ title: 'Summer: BHA-5, BHA-6' })] }));
  const { screen } = await showScreen(feature, '/my-tasks');
  await screen.getByRole('button', { name: /approve QA/ }).click();
  await expect.element(screen.getByRole('heading', { name: 'Summer: BHA-5, BHA-6' })).toBeVisible();
  await expect.element(screen.getByRole('cell', { name: 'BHA-6' })).toBeVisible();
  await expect.element(screen.getByRole('cell', { name: 'CPI-QA' })).toBeVisible();
});

test('shows what the run carries and does not say that nothing changes when the plan is of later content', async () => {
  fakeRun();
  fake(`GET ${item}/promotion-plan`, () => ({ runId: null, candidate: 2, digest: 'y', tasks: [], gates: [], changes: [] }));
  fake('GET /api/v1/inbox', () => ({ items: [inboxItem()] }));
  const { screen } = await showScreen(feature, '/my-tasks');
  await screen.getByRole('button', { name: /approve QA/ }).click();
  await expect.element(screen.getByText('0c589dec06bc')).toBeVisible();
  await expect.element(screen.getByText(/Not known: the deliverables have changed/)).toBeVisible();
});

test('shows the tasks of the project, or of all', async () => {
  fakeRun();
  fake('GET /api/v1/inbox', () => ({ items: [inboxItem({ project: 'WMS', name: 'approve WMS' })] }));
  const { screen } = await showScreen(feature, '/projects/BHA/my-tasks', { project: project() });
  await expect.element(screen.getByText('Nothing waits for you')).toBeVisible();
  await screen.getByRole('checkbox', { name: 'All projects' }).click();
  await expect.element(screen.getByText('approve WMS')).toBeVisible();
});

test('marks what is held as a deputy', async () => {
  fakeRun();
  fake('GET /api/v1/inbox', () => ({ items: [inboxItem({ behalf: 'anna' })] }));
  const { screen } = await showScreen(feature, '/my-tasks');
  await screen.getByRole('button', { name: /approve QA Approval for anna/ }).click();
  await expect.element(screen.getByText(/as the deputy of anna/)).toBeVisible();
  await expectNoSeriousViolations();
});

test('lists what one has decided, page by page', async () => {
  fake('GET /api/v1/inbox', () => ({ items: [] }));
  fake('GET /api/v1/inbox/history', ({ query }) =>
    query.get('cursor') === 'c1'
      ? { items: [decided({ id: '1', verdict: 'REJECTED', message: 'Not tested' })] }
      : { items: [decided({ by: 'dora', behalf: 'ada' })], nextCursor: 'c1' },
  );
  const { screen, router } = await showScreen(feature, '/my-tasks');
  await screen.getByRole('option', { name: 'My Decisions' }).click();
  await expect.element(screen.getByText(/dora for ada/)).toBeVisible();
  expect(router.state.location.search).toBe('?view=history');
  await expectNoSeriousViolations();
  await screen.getByRole('button', { name: /more/i }).click();
  await expect.element(screen.getByText('Not tested')).toBeVisible();
  await expect.element(screen.getByRole('link', { name: 'approve QA' }).first()).toBeVisible();
});

function decided(changes: Partial<Schema<'MyDecisionsDecided'>>): Schema<'MyDecisionsDecided'> {
  return {
    id: '2',
    verdict: 'APPROVED',
    project: 'BHA',
    workItemId: 'BHA-5',
    title: 'Dunning by customer segment',
    runId: 'r1',
    taskId: 't1',
    stage: 'QA',
    name: 'approve QA',
    by: 'ada',
    behalf: null,
    message: '',
    at: '2026-11-22T21:00:00Z',
    runState: 'COMPLETED',
    ...changes,
  };
}

test('says who wants to go around a rule, and that a second person confirms it', async () => {
  fakeRun();
  const message = 'dana asked for skip: later. It is done when a second person does the same.';
  fake('GET /api/v1/inbox', () => ({ items: [inboxItem({ reason: 'second-person', message })] }));
  const { screen } = await showScreen(feature, '/my-tasks');
  await screen.getByRole('button', { name: /Second person/ }).click();
  await expect.element(screen.getByText(message)).toBeVisible();
});

test('tells an approver that it is an emergency, and what is asked for then', async () => {
  fakeRun();
  fake('GET /api/v1/inbox', () => ({ items: [inboxItem({ changeType: 'EMERGENCY' })] }));
  const { screen } = await showScreen(feature, '/my-tasks');
  await screen.getByRole('button', { name: /Emergency change/ }).click();
  await expect.element(screen.getByText(/one person on duty approves/)).toBeVisible();
});
