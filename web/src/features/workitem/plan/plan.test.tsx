import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake, Refused } from '../../../testing/fakeApi';
import { expectNoSeriousViolations, showScreen } from '../../../testing/showScreen';
import { feature } from '../feature';
import { calls, change, developer, fakeWorld, gate, path, plan, viewer } from '../testing/fixtures';

const address = `${path}/promotion-plan`;
const promote = `POST ${calls.promotions}`;
const promoteButton = { exact: true } as const;

test('shows what will run, what changes, and promotes what was shown', async () => {
  fakeWorld();
  fake(promote, () => ({ id: 'r7' }));
  const { screen, router } = await showScreen(feature, address, developer);
  await expect.element(screen.getByText('approve QA')).toBeVisible();
  await expect.element(screen.getByText('2 gates passed')).toBeVisible();
  await expect.element(screen.getByRole('row', { name: /Replication 1.0.2 1.0.3/ })).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByText('Promote', promoteButton).click();
  await expect.poll(() => router.state.location.pathname).toBe('/projects/BHA/pipeline-activity/r7');
  const [call] = callsOf(promote);
  expect(call?.body).toEqual({ candidate: 1, digest: 'd1' });
  expect(call?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
});

test('lets a waiting run go on', async () => {
  fakeWorld({ plan: plan({ continues: { runId: 'r1', taskId: 't1' }, runId: 'r1' }) });
  fake('GET /api/v1/runs/r1', () => ({ id: 'r1', state: 'WAITING', stage: 'PROD' }));
  fake(promote, () => ({ id: 'r1' }));
  const { screen } = await showScreen(feature, address, developer);
  await expect.element(screen.getByText(/waits for this promotion/)).toBeVisible();
  await screen.getByText('Promote', promoteButton).click();
  await expect.poll(() => callsOf(promote)[0]?.body).toEqual({ candidate: 1, digest: 'd1', continues: { runId: 'r1', taskId: 't1' } });
});

test('leads to the run that there is already', async () => {
  fakeWorld({ plan: plan({ runId: 'r1' }) });
  fake('GET /api/v1/runs/r1', () => ({ id: 'r1', state: 'FAILED', stage: 'QA' }));
  const { screen, router } = await showScreen(feature, address, developer);
  await expect.element(screen.getByText('QA - Failed')).toBeVisible();
  await screen.getByText('Go to the run').click();
  expect(router.state.location.pathname).toBe('/projects/BHA/pipeline-activity/r1');
});

test('a gate that stops says what clears it, and nothing can be pressed', async () => {
  fakeWorld({ plan: plan({ gates: [gate('no-deliverables', { verdict: 'STOP', message: 'Nothing is attached.', cure: 'Attach something first.' }), gate('four-eyes')] }) });
  const { screen } = await showScreen(feature, address, developer);
  await expect.element(screen.getByText('What clears it: Attach something first.')).toBeVisible();
  await expect.element(screen.getByRole('link', { name: 'Add deliverables' })).toBeVisible();
  await expect.element(screen.getByText('Stopped by: Deliverables')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Promote' })).toBeDisabled();
  await expectNoSeriousViolations();
});

test('an overridable stop is passed with a reason only', async () => {
  fakeWorld({ plan: plan({ gates: [gate('gone', { verdict: 'STOP', message: 'It is gone.', overridable: true })] }) });
  fake(promote, () => ({ id: 'r7' }));
  const { screen, router } = await showScreen(feature, address, developer);
  await screen.getByText('Promote', promoteButton).click();
  await expect.element(screen.getByText(/On Production the deployment waits until a second person/)).toBeVisible();
  await screen.getByText('Promote', promoteButton).last().click();
  await expect.poll(() => document.querySelector('.ty-field-error')?.textContent).toContain('Say why');
  expect(callsOf(promote)).toHaveLength(0);
  await screen.getByRole('textbox', { name: 'Reason' }).click();
  await userEvent.keyboard('Agreed with the business');
  await screen.getByText('Promote', promoteButton).last().click();
  await expect.poll(() => router.state.location.pathname).toBe('/projects/BHA/pipeline-activity/r7');
  expect(callsOf(promote)[0]?.body).toEqual({ candidate: 1, digest: 'd1', overrideReason: 'Agreed with the business' });
});

test('an outdated candidate reads the plan again and says what changed', async () => {
  fakeWorld();
  let current = plan();
  fake(`GET ${calls.plan}`, () => current);
  fake(promote, () => new Refused(409, 'candidate-outdated', 'Candidate 2 is current.'));
  const { screen } = await showScreen(feature, address, developer);
  await expect.element(screen.getByText('approve QA')).toBeVisible();
  current = plan({ candidate: 2, digest: 'd2', changes: [change('Replication', '1.0.2', '1.0.4')] });
  await screen.getByText('Promote', promoteButton).click();
  await expect.element(screen.getByText(/This is the plan of candidate 2, it was 1 before/)).toBeVisible();
  await expect.element(screen.getByText('New: Replication in INT-QA, 1.0.4')).toBeVisible();
  await expect.element(screen.getByText('No longer: Replication in INT-QA, 1.0.3')).toBeVisible();
});

test('what was changed under the same number is not promoted unseen', async () => {
  fakeWorld();
  fake(promote, () => ({ id: 'r7' }));
  let current = plan();
  fake(`GET ${calls.plan}`, () => current);
  const { screen } = await showScreen(feature, address, developer);
  await expect.element(screen.getByText('approve QA')).toBeVisible();
  current = plan({ digest: 'd2', changes: [change('Replication', '1.0.2', '1.0.4')] });
  fake(promote, ({ body }) =>
    (body as { digest: string }).digest === 'd2' ? { id: 'r7' } : new Refused(409, 'candidate-outdated', 'It has changed.'),
  );
  await screen.getByText('Promote', promoteButton).click();
  await expect.element(screen.getByText('New: Replication in INT-QA, 1.0.4')).toBeVisible();
  expect(callsOf(promote)).toHaveLength(1);
});

test('a refusal is shown, and another press of the same order carries the same key', async () => {
  fakeWorld();
  fake(promote, () => new Refused(503, 'unreachable', 'Try later.'));
  const { screen } = await showScreen(feature, address, developer);
  await screen.getByText('Promote', promoteButton).click();
  await expect.element(screen.getByText(/Tyto cannot be reached/)).toBeVisible();
  await screen.getByText('Promote', promoteButton).click();
  await expect.poll(() => callsOf(promote).length).toBe(2);
  const [first, second] = callsOf(promote);
  expect(first?.headers.get('Idempotency-Key')).toBe(second?.headers.get('Idempotency-Key'));
});

test('a time must be given and still be to come', async () => {
  fakeWorld();
  fake(promote, () => ({ id: 'r7' }));
  const { screen } = await showScreen(feature, address, developer);
  await screen.getByRole('radio', { name: 'Not before' }).click();
  await screen.getByText('Promote', promoteButton).click();
  await expect.element(screen.getByText('Give a date and a time.')).toBeVisible();
  expect(callsOf(promote)).toHaveLength(0);
});

test('a viewer is told who may promote', async () => {
  fakeWorld();
  const { screen } = await showScreen(feature, address, viewer);
  await expect.element(screen.getByText(/Developers and release managers of the project may promote/)).toBeVisible();
  expect(screen.getByText('Promote', promoteButton).query()).toBeNull();
});

test('a type of change is chosen where the pipeline takes several, and the plan follows', async () => {
  const pipeline = { id: 'p1', version: 2, name: 'order-to-cash', changeTypes: ['NORMAL' as const, 'EMERGENCY' as const] };
  fakeWorld();
  fake(`GET ${calls.plan}`, ({ query }) =>
    query.get('changeType') === 'EMERGENCY'
      ? plan({
          pipeline,
          tasks: [{ stage: 'Afterwards', name: 'Approve afterwards', kind: 'approve', note: 'By role:approver.' }],
        })
      : plan({ pipeline }),
  );
  fake(promote, () => ({ id: 'r7' }));
  const { screen, router } = await showScreen(feature, address, developer);
  await screen.getByRole('combobox', { name: 'Type of change' }).click();
  await screen.getByRole('option', { name: 'Emergency' }).click();
  await expect.element(screen.getByText('Approve afterwards', { exact: true })).toBeVisible();
  await expect.element(screen.getByText(/One person on duty approves/)).toBeVisible();
  expect(callsOf(`GET ${calls.plan}`)[0]?.query.get('changeType')).toBeNull();
  await expectNoSeriousViolations();
  await screen.getByText('Promote', promoteButton).click();
  await expect.poll(() => router.state.location.pathname).toBe('/projects/BHA/pipeline-activity/r7');
  expect(callsOf(promote)[0]?.body).toEqual({ candidate: 1, digest: 'd1', changeType: 'EMERGENCY' });
});

test('a pipeline for normal changes asks for no type', async () => {
  fakeWorld();
  const { screen } = await showScreen(feature, address, developer);
  await expect.element(screen.getByText('approve QA')).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Type of change' }).query()).toBeNull();
});
