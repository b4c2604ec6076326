import { expect, test } from 'vitest';
import { fake } from '../../testing/fakeApi';
import { inboxItem, summary } from '../../testing/runs';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

interface World {
  integrations?: unknown[];
  environments?: { source: boolean }[];
  pipelines?: unknown[];
  syncs?: unknown[];
  runs?: ReturnType<typeof summary>[];
}

async function show({ integrations = [], environments = [], pipelines = [], syncs = [], runs = [] }: World, roles = ['admin']) {
  const base = '/api/v1/projects/{key}';
  fake('GET /api/v1/inbox', () => ({ items: [inboxItem(), inboxItem({ project: 'WMS', name: 'elsewhere' })] }));
  fake('GET /api/v1/credentials', () => ({ items: [{}] }));
  fake(`GET ${base}/alm-integrations`, () => ({ items: integrations }));
  fake(`GET ${base}/environments`, () => ({ items: environments }));
  fake(`GET ${base}/pipelines`, () => ({ items: pipelines }));
  fake(`GET ${base}/syncs`, () => ({ items: syncs }));
  fake('GET /api/v1/runs', ({ query }) => {
    const state = query.get('state');
    return { items: runs.filter((each) => state === null || each.state === state) };
  });
  return await showScreen(feature, '/projects/BHA/home', { project: project(), roles });
}

function step(name: string) {
  return document.querySelector<HTMLElement>(`[data-step="${name}"]`);
}

test('leads a new project step by step', async () => {
  const { screen } = await show({});
  await expect.element(screen.getByText('1 of 6 done')).toBeVisible();
  expect(step('credential')?.dataset['done']).toBe('true');
  expect(step('integration')?.getAttribute('aria-current')).toBe('step');
  await expect
    .element(screen.getByRole('link', { name: 'Link SAP Cloud ALM' }))
    .toHaveAttribute('href', '/projects/BHA/settings/alm-integrations');
  await expectNoSeriousViolations();
});

test('says who does a step that this person may not do', async () => {
  const { screen } = await show({}, []);
  await expect.element(screen.getByText('An administrator does this.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Add environments' }).query()).toBeNull();
});

test('shows what waits, what runs, what failed and what was synced once the steps are done', async () => {
  const sync = {
    id: 's1',
    integrationName: 'Cloud ALM',
    state: 'FAILED',
    startedBy: 'dora',
    startedAt: '2026-11-22T21:00:00Z',
    progress: { read: 3, total: 9 },
    counts: { created: 0, updated: 0, unchanged: 0, gone: 0 },
    fault: 'The connection was cut.',
  };
  const { screen } = await show({
    integrations: [{}],
    environments: [{ source: true }, { source: false }],
    pipelines: [{}],
    syncs: [sync, { ...sync, id: 's0', state: 'COMPLETED', fault: null }],
    runs: [summary(), summary({ id: 'r2', workItemId: 'BHA-6', state: 'FAILED' })],
  });
  await expect.element(screen.getByRole('link', { name: 'approve QA: BHA-5 Dunning by customer segment' })).toBeVisible();
  await expect.element(screen.getByText('QA - Waiting')).toBeVisible();
  await expect.element(screen.getByText('QA - Failed')).toBeVisible();
  await expect.element(screen.getByText('The connection was cut.')).toBeVisible();
  expect(screen.getByText('elsewhere').query()).toBeNull();
  expect(screen.getByRole('heading', { name: 'First steps' }).query()).toBeNull();
  await expectNoSeriousViolations();
});
