import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';
import { integration, item, story, sync, validation, world } from './testItems';

const path = '/projects/BHA/user-stories';
const items = '/api/v1/projects/BHA/work-items';
const withPipeline = project({ roles: ['developer'], defaultPipelineId: 'p1' });
const tree = {
  roots: [
    item({ id: 'BHA-1', childCount: 1, pipelineStage: 'QA', pipelineStatus: 'WAITING', validationStatus: 'WARNINGS' }),
    item({ id: 'BHA-2', gone: true }),
  ],
  children: { 'BHA-1': [story('BHA-10', ['BHA-1'])] },
};

async function show(inside = withPipeline) {
  return showScreen(feature, path, { roles: [], project: inside });
}

test('shows features with their states in words, and marks what is gone', async () => {
  world(tree);
  const { screen } = await show();
  const row = screen.getByRole('row', { name: /BHA-1/ }).first();
  await expect.element(row).toHaveTextContent(/6-1.*Feature BHA-1.*In Testing.*QA - Waiting.*Warnings.*High/);
  await expect.element(screen.getByRole('row', { name: /BHA-2/ })).toHaveTextContent('Gone');
  await expect.element(screen.getByText('2 entries on the first level')).toBeVisible();
  expect(screen.getByRole('link', { name: '6-1' }).element()).toHaveAttribute('href', 'https://alm.example.com/BHA-1');
  await expectNoSeriousViolations();
});

test('draws a long list step by step, and the row with the focus wherever one scrolls', async () => {
  const many = Array.from({ length: 400 }, (_, at) => item({ id: `BHA-${at + 1}`, title: `Feature ${at + 1}` }));
  world({ roots: many });
  const { screen } = await show();
  await expect.element(screen.getByText('Feature 10', { exact: true })).toBeVisible();
  document.querySelector<HTMLElement>('[data-index="0"]')?.focus();
  const box = document.querySelector('.ty-grid');
  box?.scrollTo({ top: 200 * 40 });
  await expect.element(screen.getByText('Feature 205', { exact: true })).toBeVisible();
  expect(document.querySelectorAll('.ty-grid-body > [role=row]').length).toBeLessThan(60);
  expect(document.activeElement?.getAttribute('data-index')).toBe('0');
  await userEvent.keyboard('{End}');
  await expect.poll(() => document.activeElement?.textContent).toContain('Feature 400');
});

test('opens details, sanitised, and the stories of a feature in place', async () => {
  world(tree);
  const { screen } = await show();
  await screen.getByRole('button', { name: 'Open details of BHA-1' }).click();
  await expect.element(screen.getByText('Replaces a spreadsheet.')).toBeVisible();
  await expect.element(screen.getByText('go-live-critical')).toBeVisible();
  await expect.element(screen.getByRole('link', { name: 'BHA-10' })).toBeVisible();
  expect(document.querySelector('.ty-grid script')).toBeNull();
  await expectNoSeriousViolations();
});

test('works by keyboard alone', async () => {
  world(tree);
  const { screen, router } = await show();
  await expect.element(screen.getByRole('link', { name: 'BHA-1' })).toBeVisible();
  document.querySelector<HTMLElement>('[data-index="0"]')?.focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(screen.getByRole('link', { name: 'BHA-10' })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(() => document.activeElement?.textContent).toContain('Story BHA-10');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(() => document.activeElement?.textContent).toContain('Feature BHA-1');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(() => screen.getByRole('link', { name: 'BHA-10' }).query()).toBeNull();
  await userEvent.keyboard(' ');
  await expect.element(screen.getByText('1 selected')).toBeVisible();
  await userEvent.keyboard('{End}');
  await expect.poll(() => document.activeElement?.textContent).toContain('Feature BHA-2');
  await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}');
  await userEvent.keyboard('{End}{Enter}{Tab}{Enter}');
  await expect.element(screen.getByRole('menuitem', { name: 'Edit' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
  await expect.poll(() => router.state.location.pathname + router.state.location.search).toBe(
    '/projects/BHA/pipeline-activity?workItem=BHA-1',
  );
});

test('a disabled action says why', async () => {
  world(tree);
  const { screen } = await show({ ...withPipeline, roles: ['viewer'] });
  await screen.getByRole('button', { name: 'Actions for BHA-2' }).click();
  await expect.element(screen.getByRole('menuitem', { name: /Edit Not now: This needs the role/ })).toBeVisible();
  await expect.element(screen.getByRole('menuitem', { name: /Audit Report Not now: It was not promoted yet/ })).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: /Promote BHA-2. Promoting needs the role/ }))
    .toHaveAttribute('aria-disabled', 'true');
  await expectNoSeriousViolations();
});

test('Promote goes to the promotion plan', async () => {
  world(tree);
  const { screen, router } = await show();
  await screen.getByRole('button', { name: 'Promote BHA-1' }).click();
  await expect.poll(() => router.state.location.pathname).toBe('/projects/BHA/user-stories/BHA-1/promotion-plan');
});

test('without any pipeline Promote says so', async () => {
  world(tree);
  const { screen } = await show(project({ roles: ['developer'] }));
  await expect.element(screen.getByRole('button', { name: /Promote BHA-1. It has no release pipeline/ })).toBeVisible();
});

test('a search of three characters lists what it finds without the tree', async () => {
  world({ ...tree, found: [story('BHA-10', ['BHA-1'])] });
  const { screen, router } = await show();
  await screen.getByRole('searchbox', { name: 'Search by ID or text' }).click();
  await userEvent.keyboard('ab');
  await expect.element(screen.getByText('Type at least three characters.')).toBeVisible();
  await userEvent.keyboard('c');
  await expect.element(screen.getByText('Story BHA-10')).toBeVisible();
  await expect.element(screen.getByText('1 found')).toBeVisible();
  expect(router.state.location.search).toBe('?q=abc');
  expect(callsOf(`GET ${items}`).some(({ query }) => query.get('q') === 'ab')).toBe(false);
});

test('keeps the order and asks the API for it', async () => {
  world(tree);
  const { screen } = await show();
  await screen.getByRole('button', { name: 'Summary' }).click();
  await expect.poll(() => callsOf(`GET ${items}`).at(-1)?.query.get('sort')).toBe('title');
  await screen.getByRole('button', { name: 'Summary' }).click();
  await expect.poll(() => callsOf(`GET ${items}`).at(-1)?.query.get('sort')).toBe('-title');
  expect(localStorage.getItem('tyto.table.user-stories.sort')).toContain('title');
});

test('sets the pipeline of several and says which refused', async () => {
  world(tree);
  fake(`PATCH ${items}/{id}`, ({ path: called }) =>
    called.endsWith('BHA-2') ? new Refused(412, 'stale', 'dora changed it.') : item({ id: 'BHA-1', version: 2 }),
  );
  const { screen } = await show();
  await screen.getByRole('checkbox', { name: 'Select BHA-1' }).click();
  await screen.getByRole('checkbox', { name: 'Select BHA-2' }).click();
  await screen.getByText('Set Pipeline').click();
  await screen.getByText('Set for 2 items').click();
  await expect.element(screen.getByText('1 done, 1 refused.')).toBeVisible();
  await expect.element(screen.getByText('dora changed it.')).toBeVisible();
  expect(callsOf(`PATCH ${items}/{id}`)[0]?.headers.get('If-Match')).toBe('"1"');
  await expectNoSeriousViolations();
});

test('validates from the menu and shows the report', async () => {
  world(tree);
  fake(`POST ${items}/{id}/validations`, () => validation());
  fake(`GET ${items}/{id}/validations`, () => ({ items: [validation()] }));
  const { screen } = await show();
  await screen.getByRole('button', { name: 'Actions for BHA-1' }).click();
  await screen.getByRole('menuitem', { name: 'Validate' }).click();
  await expect.element(screen.getByText('The target has a newer version.')).toBeVisible();
  await expect.element(screen.getByText('What helps: Attach version 1.0.4.')).toBeVisible();
  expect(callsOf(`POST ${items}/{id}/validations`)).toHaveLength(1);
  await expectNoSeriousViolations();
});

test('syncs with live progress that ends in a summary', async () => {
  let now = sync({ state: 'RUNNING', endedAt: null, progress: { read: 50, total: 193 } });
  let isStarted = false;
  world({ ...tree, syncs: () => (isStarted ? [now] : []) });
  fake('POST /api/v1/projects/BHA/syncs', () => {
    isStarted = true;
    return now;
  });
  const { screen } = await show();
  await screen.getByText('Sync User Stories').click();
  await expect.element(screen.getByText('read 50 of 193')).toBeVisible();
  await expectNoSeriousViolations();
  now = sync();
  await expect.element(screen.getByText('3 new, 2 changed, 187 unchanged, 1 gone.')).toBeVisible();
  await expect.element(screen.getByRole('link', { name: 'Sync History' })).toBeVisible();
});

test('asks which integration when there are several', async () => {
  world({ ...tree, integrations: [integration(), integration({ id: 'i2', name: 'Prototype', isDefault: false })] });
  fake('POST /api/v1/projects/BHA/syncs', () => sync());
  const { screen } = await show();
  await screen.getByText('Sync User Stories').click();
  await expect.element(screen.getByText('Reads all features and user stories, and finds those that are gone.')).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByText('Sync', { exact: true }).click();
  await expect
    .poll(() => callsOf('POST /api/v1/projects/BHA/syncs')[0]?.body)
    .toEqual({ integrationId: 'i1', mode: 'FULL' });
});

test('says where an integration is added when there is none', async () => {
  world({ roots: [], integrations: [] });
  const { screen, router } = await show(project());
  await screen.getByText('Add ALM Integration').click();
  await expect.poll(() => router.state.location.pathname).toBe('/projects/BHA/settings/alm-integrations');
});

test('lists earlier syncs with their counts and messages', async () => {
  world({ roots: [], syncs: () => [sync(), sync({ id: 's0', state: 'FAILED', fault: 'The network was cut.' })] });
  const inside = withPipeline;
  const { screen } = await showScreen(feature, `${path}/syncs`, { roles: [], project: inside });
  await expect.element(screen.getByRole('row', { name: /dora Renewal Everything 3 2 187 1 12 s/ }).first()).toBeVisible();
  await expect.element(screen.getByText('The network was cut.')).toBeVisible();
  await expectNoSeriousViolations();
});
