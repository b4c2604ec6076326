import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, showScreen } from '../../testing/showScreen';
import { feature } from './feature';
import { calls, developer, fakeWorld, path, transport, validation, viewer, workItem } from './testing/fixtures';

const patch = `PATCH ${calls.item}`;

async function typeComponent(screen: Awaited<ReturnType<typeof showScreen>>['screen'], text: string) {
  await screen.getByRole('textbox', { name: 'Component' }).click();
  await userEvent.keyboard(`{Control>}a{/Control}${text}`);
}

test('shows the item with its states, its place outside, and its description without scripts', async () => {
  fakeWorld();
  const { screen } = await showScreen(feature, path, developer);
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Electronic invoice' })).toBeVisible();
  await expect.element(screen.getByText('QA - Waiting')).toBeVisible();
  const outside = screen.getByRole('link', { name: /6-26 in Plan System/ });
  await expect.element(outside).toHaveAttribute('href', 'https://alm.example.com/6-26');
  await expect.element(screen.getByText('two mails')).toBeVisible();
  expect(document.querySelector('main script')).toBeNull();
  await expect.element(screen.getByText(/Read-only here: Plan System owns these fields/)).toBeVisible();
  await expectNoSeriousViolations();
});

test('saves only what was changed, with the version that was seen', async () => {
  fakeWorld();
  fake(patch, () => workItem({ component: 'Tax', version: 4 }));
  const { screen } = await showScreen(feature, path, developer);
  await typeComponent(screen, 'Tax');
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText('Saved', { exact: true })).toBeVisible();
  const [call] = callsOf(patch);
  expect(call?.body).toEqual({ component: 'Tax' });
  expect(call?.headers.get('If-Match')).toBe('"3"');
});

test('a refusal stands at its field', async () => {
  fakeWorld();
  fake(patch, () => new Refused(400, 'invalid', 'Too long.', [{ field: 'component', code: 'size', message: 'At most 100 letters.' }]));
  const { screen } = await showScreen(feature, path, developer);
  await typeComponent(screen, 'x');
  await screen.getByText('Save', { exact: true }).click();
  await expect.poll(() => document.querySelector('.ty-field-error')?.textContent).toBe('At most 100 letters.');
});

test('a stale save shows whose change won and saves what is chosen of both', async () => {
  fakeWorld();
  let current = workItem();
  fake(`GET ${calls.item}`, () => current);
  fake('GET /api/v1/projects/BHA/audit', () => ({
    items: [{ id: 'a', at: '2026-11-01T10:00:00Z', actor: { id: 'u', kind: 'PERSON', name: 'dario' }, action: 'work-item-edited', subject: '', details: {} }],
  }));
  fake(patch, ({ headers }) =>
    headers.get('If-Match') === '"3"'
      ? new Refused(412, 'stale', 'It is at version 4 now.')
      : workItem({ component: 'Mine', releaseVersionId: '2026.12', version: 5 }),
  );
  const { screen } = await showScreen(feature, path, developer);
  await typeComponent(screen, 'Mine');
  current = workItem({ component: 'Theirs', releaseVersionId: '2026.12', version: 4 });
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText(/dario changed this item/)).toBeVisible();
  await expect.element(screen.getByText('Theirs: Theirs')).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByText('Save the choice').click();
  await expect.element(screen.getByText('Saved', { exact: true })).toBeVisible();
  const last = callsOf(patch).at(-1);
  expect(last?.headers.get('If-Match')).toBe('"4"');
  expect(last?.body).toEqual({ component: 'Mine' });
});

test('a sync in between is no conflict', async () => {
  fakeWorld();
  let current = workItem();
  fake(`GET ${calls.item}`, () => current);
  fake(patch, ({ headers }) =>
    headers.get('If-Match') === '"3"' ? new Refused(412, 'stale', 'Stale.') : workItem({ component: 'Mine', version: 5 }),
  );
  const { screen } = await showScreen(feature, path, developer);
  await typeComponent(screen, 'Mine');
  current = workItem({ title: 'Synced', version: 4 });
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText('Saved', { exact: true })).toBeVisible();
});

test('tabs come from the connectors and from the address', async () => {
  fakeWorld({ deliverables: [transport('T1')] });
  const { screen, router } = await showScreen(feature, `${path}?tab=transport`, developer);
  await expect.element(screen.getByText('Request T1')).toBeVisible();
  await screen.getByRole('tab', { name: 'Flows' }).click();
  await expect.element(screen.getByText('Flows: none yet')).toBeVisible();
  expect(router.state.location.search).toBe('?tab=flow');
  await router.navigate(-1);
  await expect.element(screen.getByText('Request T1')).toBeVisible();
});

test('validates and reports finding, place and cure, and that it is outdated', async () => {
  fakeWorld();
  let all = [] as ReturnType<typeof validation>[];
  fake(`GET ${calls.validations}`, () => ({ items: all }));
  fake(`POST ${calls.validations}`, () => {
    all = [validation({ state: 'RUNNING', outcome: null })];
    return all[0];
  });
  const { screen } = await showScreen(feature, path, developer);
  await screen.getByText('Validate', { exact: true }).click();
  await expect.element(screen.getByText(/The checks ask the systems live/)).toBeVisible();
  all = [
    validation({
      outdated: true,
      findings: [{ check: 'released', severity: 'ERROR', message: 'T1 is modifiable', place: 'WAGON-DEV', cure: 'Release T1' }],
    }),
  ];
  await expect.element(screen.getByRole('row', { name: /Error T1 is modifiable WAGON-DEV Release T1 Transports are released/ }), { timeout: 8000 }).toBeVisible();
  await expect.element(screen.getByText(/The deliverables changed since/)).toBeVisible();
  await expectNoSeriousViolations();
});

test('a refused validation says why', async () => {
  fakeWorld();
  fake(`POST ${calls.validations}`, () => new Refused(409, 'no-pipeline', 'Neither the item nor the project has a pipeline.'));
  const { screen } = await showScreen(feature, path, developer);
  await screen.getByText('Validate', { exact: true }).first().click();
  await expect.element(screen.getByText('Neither the item nor the project has a pipeline.')).toBeVisible();
});

test('shows runs and what people did, in words', async () => {
  fakeWorld();
  fake('GET /api/v1/runs', () => ({
    items: [
      { id: 'r1', project: 'BHA', workItemId: 'BHA-9', candidate: 2, state: 'FAILED', stage: 'QA', startedBy: 'dora', startedAt: '2026-11-01T10:00:00Z', pipeline: { id: 'p1', version: 1 } },
    ],
  }));
  fake('GET /api/v1/projects/BHA/audit', ({ query }) => {
    expect(query.get('subject')).toBe('work-item/BHA-9');
    return {
      items: [
        { id: 'a1', at: '2026-11-01T10:00:00Z', actor: { id: 'u', kind: 'PERSON', name: 'dora' }, action: 'work-item-edited', subject: '', details: { pipelineId: { from: 'null', to: 'p2' } } },
      ],
    };
  });
  const { screen } = await showScreen(feature, `${path}?tab=activity`, developer);
  await expect.element(screen.getByText('QA - Failed')).toBeVisible();
  expect(document.querySelector('a[href="/projects/BHA/pipeline-activity/r1"]')).not.toBeNull();
  await expect
    .element(screen.getByRole('link', { name: 'All moves of the run of candidate 2' }))
    .toHaveAttribute('href', '/projects/BHA/pipeline-activity/r1?history=shown');
  await expect.element(screen.getByText('Release pipeline: (empty) → hotfix')).toBeVisible();
  await expectNoSeriousViolations();
});

test('a viewer reads and is told who may change', async () => {
  fakeWorld();
  const { screen } = await showScreen(feature, path, viewer);
  await expect.element(screen.getByText(/may change this/)).toBeVisible();
  expect(screen.getByText('Promote', { exact: true }).query()).toBeNull();
  expect(screen.getByText('Validate', { exact: true }).query()).toBeNull();
});

test('says so when there is no such item', async () => {
  fakeWorld();
  fake(`GET ${calls.item}`, () => new Refused(404, 'not-found', 'There is none.'));
  const { screen } = await showScreen(feature, path, developer);
  await expect.element(screen.getByText('There is no BHA-9 here')).toBeVisible();
  await screen.getByText('To the user stories').click();
  await expect.element(screen.getByText('Elsewhere')).toBeVisible();
});
