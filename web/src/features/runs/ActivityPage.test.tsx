import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake } from '../../testing/fakeApi';
import { summary } from '../../testing/runs';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const path = '/projects/BHA/pipeline-activity';

test('lists the runs of the project, newest first, each with its stage and state', async () => {
  fake('GET /api/v1/runs', () => ({ items: [summary(), summary({ id: 'r0', state: 'FAILED', stage: 'PROD' })] }));
  const { screen } = await showScreen(feature, path, { project: project() });
  await expect.element(screen.getByText('QA - Waiting')).toBeVisible();
  await expect.element(screen.getByText('PROD - Failed')).toBeVisible();
  expect(callsOf('GET /api/v1/runs')[0]?.query.get('project')).toBe('BHA');
  await expectNoSeriousViolations();
});

test('keeps its filters in the address', async () => {
  fake('GET /api/v1/runs', () => ({ items: [] }));
  const { screen, router } = await showScreen(feature, `${path}?state=FAILED`, { project: project() });
  await expect.element(screen.getByText('Nothing found')).toBeVisible();
  expect(callsOf('GET /api/v1/runs')[0]?.query.get('state')).toBe('FAILED');
  await screen.getByRole('searchbox', { name: 'User story ID' }).click();
  await userEvent.keyboard('bha-5');
  await expect.poll(() => router.state.location.search).toBe('?state=FAILED&workItem=BHA-5');
  await expect.poll(() => callsOf('GET /api/v1/runs').at(-1)?.query.get('workItem')).toBe('BHA-5');
});

test('says where the first run comes from', async () => {
  fake('GET /api/v1/runs', () => ({ items: [] }));
  const { screen } = await showScreen(feature, path, { project: project() });
  await expect.element(screen.getByRole('link', { name: 'To the User Stories' })).toBeVisible();
});
