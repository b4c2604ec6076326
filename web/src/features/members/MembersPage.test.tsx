import { beforeEach, expect, test } from 'vitest';
import { callsOf, fake } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const path = '/projects/BHA/settings/users';
const dora = { id: 'u2', name: 'dora', displayName: 'Dora Developer', roles: ['developer'], deployTo: ['qa'] };

beforeEach(() => {
  fake('GET /api/v1/projects/BHA/members', () => ({ items: [dora] }));
  fake('GET /api/v1/users', () => ({ items: [dora] }));
  fake('GET /api/v1/projects/BHA/environments', () => ({
    items: [
      { id: 'prod', name: 'CPI-PROD', type: 'PRODUCTION' },
      { id: 'qa', name: 'CPI-QA', type: 'QUALITY' },
    ],
  }));
});

test('gives the right to deploy to production', async () => {
  fake('PUT /api/v1/projects/BHA/members/u2', () => dora);
  const { screen } = await showScreen(feature, path, { project: project() });
  await expect.element(screen.getByRole('row', { name: /Dora Developer/ })).toHaveTextContent('CPI-QA');
  await screen.getByRole('button', { name: 'Edit Dora Developer' }).click();
  await expect.element(screen.getByText(/Nobody may deploy to production before/)).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByRole('checkbox', { name: 'CPI-PROD (Production)' }).click();
  await screen.getByText('Save', { exact: true }).click();
  await expect
    .poll(() => callsOf('PUT /api/v1/projects/BHA/members/u2')[0]?.body)
    .toEqual({ roles: ['developer'], deployTo: ['qa', 'prod'] });
});

test('says what is missing before it asks the server', async () => {
  const { screen } = await showScreen(feature, path, { project: project() });
  await screen.getByRole('button', { name: 'Edit Dora Developer' }).click();
  await screen.getByRole('checkbox', { name: 'Developer', exact: true }).click();
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText('Give at least one role.').first()).toBeVisible();
});

test('lets members who may not edit only look', async () => {
  const inside = project({ roles: ['developer'] });
  const { screen } = await showScreen(feature, path, { project: inside, roles: [] });
  await expect.element(screen.getByText('Dora Developer (dora)')).toBeVisible();
  expect(screen.getByText('Add User').query()).toBeNull();
  await expectNoSeriousViolations();
});
