import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { run, summary, task } from '../../testing/runs';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import type { Run } from './api';
import { feature } from './feature';

const path = '/projects/BHA/pipeline-activity/r1';
const tasks = '/api/v1/runs/{id}/tasks/{taskId}';

async function show(shown: Run | (() => Run), others = [summary()]) {
  fake('GET /api/v1/runs', () => ({ items: others }));
  fake('GET /api/v1/runs/{id}', () => (typeof shown === 'function' ? shown() : shown));
  fake('GET /api/v1/projects/{key}/work-items/{id}', () => ({ id: 'BHA-5', title: 'Dunning by customer segment' }));
  return await showScreen(feature, path, { project: project() });
}

/** It lies in the shadow of UI5's. */
function uploader() {
  return document.querySelector('[ui5-file-uploader]')?.shadowRoot?.querySelector('input[type=file]') as HTMLElement;
}

function fieldError() {
  return document.querySelector('.ty-field-error')?.textContent;
}

test('shows the stages with their counts and the tasks of the one where the run stands', async () => {
  const { screen } = await show(run([task({ state: 'DONE', name: 'build QA', id: 't0' }), task()]));
  await expect.element(screen.getByRole('heading', { name: 'BHA-5 Dunning by customer segment' })).toBeVisible();
  await expect.element(screen.getByText('1 of 2 tasks done · 1 waits')).toBeVisible();
  await expect.element(screen.getByText('Role Release manager').first()).toBeVisible();
  await expect.element(screen.getByText('Waiting for approval')).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByRole('button', { name: /PROD/ }).click();
  await expect.element(screen.getByRole('article', { name: 'deploy PROD' })).toBeVisible();
});

test('offers exactly what the task allows, and approves with a message', async () => {
  let isApproved = false;
  fake(`POST ${tasks}/approve`, () => {
    isApproved = true;
    return run([task({ state: 'DONE' })]);
  });
  const { screen } = await show(() => run([task(isApproved ? { state: 'DONE' } : { actions: ['approve', 'reject'] })]));
  await screen.getByText('Approve', { exact: true }).first().click();
  await expect.element(screen.getByText('Approve “approve QA”?')).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByRole('textbox', { name: 'Reason' }).click();
  await userEvent.keyboard('Looks good');
  await screen.getByText('Approve', { exact: true }).last().click();
  await expect.element(screen.getByText('1 of 1 tasks done')).toBeVisible();
  expect(callsOf(`POST ${tasks}/approve`)[0]?.body).toEqual({ reason: 'Looks good' });
  expect(screen.getByText('Skip', { exact: true }).query()).toBeNull();
});

test('leads to the run that goes first at the system', async () => {
  const ahead = { project: 'FIN', runId: 'r7', carried: 'FIN-12' };
  const queued = task({ name: 'deploy QA', kind: 'deploy', waitingFor: 'environment', message: 'The target is busy.', ahead });
  const { screen } = await show(run([queued, task({ id: 't2', name: 'other', waitingFor: 'environment' })]));
  const links = screen.getByRole('link', { name: 'Run of FIN-12' });
  await expect.element(links).toHaveAttribute('href', '/projects/FIN/pipeline-activity/r7');
  expect(links.elements()).toHaveLength(1);
});

test('tells how the tasks moved when somebody asks for it, by keyboard too', async () => {
  fake('GET /api/v1/runs/{id}/history', () => ({
    items: [
      { task: 'approve QA', attempt: 1, from: 'READY', to: 'WAITING', actorName: 'Tyto', reason: '', at: '2026-11-22T21:00:00Z' },
      { task: 'approve QA', attempt: 2, from: 'WAITING', to: 'REFUSED', actorName: 'rita', reason: 'Not tested.', at: '2026-11-22T21:09:00Z' },
    ],
  }));
  const { screen } = await show(run([task()]));
  const toggle = screen.getByRole('button', { name: 'Show History' });
  await expect.element(toggle).toHaveAttribute('aria-expanded', 'false');
  expect(callsOf('GET /api/v1/runs/{id}/history')).toEqual([]);
  (toggle.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const row = screen.getByRole('row', { name: /Not tested/ });
  await expect.element(row).toHaveTextContent(/22.*approve QA \(Attempt 2\).*Waiting.*Refused.*rita/);
  await expectNoSeriousViolations();
  await screen.getByRole('button', { name: /PROD/ }).click();
  await expect.element(row).toBeVisible();
  await screen.getByRole('button', { name: 'Hide History' }).click();
  await expect.element(screen.getByText('Not tested.')).not.toBeInTheDocument();
});

test('says that nothing has moved yet', async () => {
  fake('GET /api/v1/runs/{id}/history', () => ({ items: [] }));
  const { screen } = await show(run([task()]));
  await screen.getByRole('button', { name: 'Show History' }).click();
  await expect.element(screen.getByText('No task has moved yet')).toBeVisible();
});

test('wants a reason for a rejection', async () => {
  const { screen } = await show(run([task({ actions: ['approve', 'reject'] })]));
  await screen.getByText('Reject', { exact: true }).first().click();
  await screen.getByText('Reject', { exact: true }).last().click();
  await expect.poll(fieldError).toBe('Say why: it stays in the audit log.');
  expect(callsOf(`POST ${tasks}/reject`)).toEqual([]);
});

test('asks for what a retry may take: once more, or past the gate', async () => {
  const asks = { returnCodes: [], evidence: false, again: true, override: false, message: false, checklist: [] };
  const failed = task({ name: 'deploy QA', kind: 'deploy', state: 'BROKEN', actions: ['retry', 'skip'], asks });
  fake(`POST ${tasks}/retry`, () => run([failed]));
  const { screen } = await show(run([failed], { state: 'FAILED' }));
  await screen.getByText('Retry', { exact: true }).first().click();
  await screen.getByRole('checkbox', { name: 'Do it once more, although it may have been done already' }).click();
  await expect.element(screen.getByText('This cannot be taken back.')).toBeVisible();
  await screen.getByRole('textbox', { name: 'Reason' }).click();
  await userEvent.keyboard('Not in the history');
  await screen.getByText('Retry', { exact: true }).last().click();
  await expect.poll(() => callsOf(`POST ${tasks}/retry`)[0]?.body).toEqual({ reason: 'Not in the history', again: true });
});

test('wants the return code of each request imported by hand', async () => {
  const asks = { returnCodes: ['DEVK900123'], evidence: false, again: false, override: false, message: false, checklist: [] };
  const byHand = task({ name: 'deploy QA', kind: 'deploy', waitingFor: 'person', actions: ['complete'], asks });
  const { screen } = await show(run([byHand]));
  await screen.getByText('Complete', { exact: true }).first().click();
  await expect.element(screen.getByText('Return codes of the import')).toBeVisible();
  await screen.getByText('Complete', { exact: true }).last().click();
  await expect.poll(fieldError).toBe('Enter the return code.');
  await expectNoSeriousViolations();
  expect(callsOf(`POST ${tasks}/complete`)).toEqual([]);
});

test('wants the message and the evidence that an approval asks for', async () => {
  const asks = { returnCodes: [], evidence: true, again: false, override: false, message: true, checklist: [] };
  const approval = task({ actions: ['approve', 'reject'], asks });
  fake(`POST ${tasks}/approve`, () => run([task({ state: 'DONE' })]));
  const { screen } = await show(run([approval]));
  await screen.getByText('Approve', { exact: true }).first().click();
  await expect.element(screen.getByText('This approval wants evidence: attach what it rests on.')).toBeVisible();
  await screen.getByText('Approve', { exact: true }).last().click();
  await expect.poll(fieldError).toBe('Attach at least one file.');
  await expectNoSeriousViolations();
  await userEvent.upload(uploader(), new File(['ok'], 'test.txt'));
  await expect.element(screen.getByText('test.txt')).toBeVisible();
  await screen.getByText('Approve', { exact: true }).last().click();
  await expect.poll(fieldError).toBe('Say why: it stays in the audit log.');
  expect(callsOf(`POST ${tasks}/approve`)).toEqual([]);
  await screen.getByRole('textbox', { name: 'Reason' }).click();
  await userEvent.keyboard('Tested');
  await screen.getByText('Approve', { exact: true }).last().click();
  await expect
    .poll(() => callsOf(`POST ${tasks}/approve`)[0]?.body)
    .toEqual({ reason: 'Tested', evidence: [{ name: 'test.txt', text: 'ok' }] });
});

test('completes a manual task when its whole checklist is ticked', async () => {
  const checklist = ['Jobs are stopped', 'Users are told'];
  const asks = { returnCodes: [], evidence: false, again: false, override: false, message: false, checklist };
  const manual = task({ name: 'stop jobs', kind: 'manual', waitingFor: 'person', actions: ['complete'], asks });
  fake(`POST ${tasks}/complete`, () => run([task({ state: 'DONE' })]));
  const { screen } = await show(run([manual]));
  await screen.getByText('Complete', { exact: true }).first().click();
  await screen.getByRole('checkbox', { name: 'Jobs are stopped' }).click();
  await screen.getByText('Complete', { exact: true }).last().click();
  await expect.poll(fieldError).toBe('Tick every line that is done. All of them are needed.');
  await expectNoSeriousViolations();
  expect(callsOf(`POST ${tasks}/complete`)).toEqual([]);
  await screen.getByRole('checkbox', { name: 'Users are told' }).click();
  await screen.getByText('Complete', { exact: true }).last().click();
  await expect
    .poll(() => callsOf(`POST ${tasks}/complete`)[0]?.body)
    .toEqual({ returnCodes: [], evidence: [], checklist });
});

test('tells that a second person is needed, and lets that person confirm', async () => {
  const at = '2026-11-22T21:05:00Z';
  const skip = { taskId: 't1', action: 'skip', askedBy: 'ada', reason: 'Not needed', at, confirmedBy: null };
  const failed = task({ name: 'deploy PROD', kind: 'deploy', state: 'REFUSED', actions: ['skip'] });
  let bypasses = [skip].slice(1);
  fake(`POST ${tasks}/skip`, () => {
    bypasses = [skip];
    return new Refused(409, 'second-person-needed', 'Recorded. On Production a second person has to do the same.');
  });
  const { screen } = await show(() => run([failed], { state: 'FAILED', bypasses }));
  await screen.getByText('Skip', { exact: true }).first().click();
  await screen.getByRole('textbox', { name: 'Reason' }).click();
  await userEvent.keyboard('Not needed');
  await screen.getByText('Skip', { exact: true }).last().click();
  await expect.element(screen.getByText(/You asked to skip this/)).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: 'Bypasses' })).toBeVisible();
  expect(screen.getByText('Confirm: Skip').query()).toBeNull();
});

test('lets another person confirm what somebody asked for', async () => {
  const at = '2026-11-22T21:05:00Z';
  const skip = { taskId: 't1', action: 'skip', askedBy: 'rita', reason: 'Not needed', at, confirmedBy: null };
  const failed = task({ name: 'deploy PROD', kind: 'deploy', state: 'REFUSED', actions: ['skip'] });
  const { screen } = await show(run([failed], { state: 'FAILED', bypasses: [skip] }));
  await screen.getByText('Confirm: Skip').click();
  await expect.element(screen.getByText('rita asked for this: Not needed')).toBeVisible();
});

test('aborts with a reason', async () => {
  fake('POST /api/v1/runs/{id}/abort', () => run([task({ state: 'ABORTED' })], { state: 'ABORTED' }));
  const { screen } = await show(run([task()], { actions: ['abort'] }));
  await screen.getByText('Abort', { exact: true }).first().click();
  await screen.getByRole('textbox', { name: 'Reason' }).click();
  await userEvent.keyboard('Wrong candidate');
  await screen.getByText('Abort', { exact: true }).last().click();
  await expect.poll(() => callsOf('POST /api/v1/runs/{id}/abort')[0]?.body).toEqual({ reason: 'Wrong candidate' });
});

test('shows a validation report as its findings', async () => {
  const href = '/api/v1/runs/r1/documents/d1';
  fake(`GET ${href}`, () => [
    { check: 'downgrade', severity: 'WARNING', place: 'Orders', message: 'An older version.', cure: 'Attach 1.0.4.' },
  ]);
  const { screen } = await show(run([task({ evidence: [{ name: 'validation-report.json', href }] })]));
  await screen.getByRole('button', { name: 'validation-report.json' }).click();
  await expect.element(screen.getByText('What helps: Attach 1.0.4.')).toBeVisible();
  await expectNoSeriousViolations();
});

test('says that a run was superseded, and by which', async () => {
  const shown = run([task({ state: 'ABORTED' })], { state: 'SUPERSEDED', supersededBy: 'r2' });
  const { screen } = await show(shown, [summary(), summary({ id: 'r2', candidate: 2 })]);
  await expect.element(screen.getByRole('link', { name: 'To the run that took over' })).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: 'Other runs of BHA-5' })).toBeVisible();
});
