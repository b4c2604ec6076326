import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake } from '../../../testing/fakeApi';
import { inboxItem, run, task } from '../../../testing/runs';
import { expectNoSeriousViolations, project, showScreen } from '../../../testing/showScreen';
import { feature } from '../feature';

const item = '/api/v1/projects/{key}/work-items/{id}';
let isDecided = false;

function fakeRun() {
  isDecided = false;
  const deliverable = { id: 'd1', kind: 'cpi-artifact', externalId: 'Orders', name: 'Orders', version: '1.0.3', digest: '0c589dec06bc5eaa', descoped: false };
  const change = { stage: 'QA', environmentId: 'e1', environment: 'CPI-QA', kind: 'cpi-artifact', externalId: 'Orders', name: 'Orders', from: '1.0.2', to: '1.0.3', details: [] };
  const gate = { code: 'alm-status', verdict: 'PASS', message: 'Status is In Testing.', overridable: false };
  fake(`GET ${item}`, () => ({ id: 'BHA-5', title: 'Dunning by customer segment' }));
  fake(`GET ${item}/deliverables`, () => ({ items: [deliverable] }));
  fake(`GET ${item}/promotion-plan`, () => ({ runId: 'r1', candidate: 1, digest: 'x', tasks: [], gates: [gate], changes: [change] }));
  fake('GET /api/v1/runs/{id}', () =>
    run([task(isDecided ? { state: 'DONE', message: 'Approved by rita.' } : { actions: ['approve', 'reject'] })]),
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

test('shows the tasks of the project, or of all', async () => {
  fakeRun();
  fake('GET /api/v1/inbox', () => ({ items: [inboxItem({ project: 'WMS', name: 'approve WMS' })] }));
  const { screen } = await showScreen(feature, '/projects/BHA/my-tasks', { project: project() });
  await expect.element(screen.getByText('Nothing waits for you')).toBeVisible();
  await screen.getByRole('checkbox', { name: 'All projects' }).click();
  await expect.element(screen.getByText('approve WMS')).toBeVisible();
});
