import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const path = '/projects/BHA/settings/general';

test('saves only what was changed', async () => {
  fake('GET /api/v1/projects/BHA/pipelines', () => ({ items: [{ id: 'p1', name: 'standard' }] }));
  fake('PATCH /api/v1/projects/BHA', () => project({ name: 'Order to Cash 2', version: 2 }));
  const { screen } = await showScreen(feature, path, { project: project() });
  await screen.getByRole('textbox', { name: 'Name' }).click();
  await userEvent.keyboard('{End} 2');
  await screen.getByRole('checkbox', { name: /A component is required/ }).click();
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText('Saved.')).toBeVisible();
  const [call] = callsOf('PATCH /api/v1/projects/BHA');
  expect(call?.headers.get('If-Match')).toBe('"1"');
  expect(call?.body).toEqual({ name: 'Order to Cash 2', settings: { componentRequired: true } });
  await expectNoSeriousViolations();
});

test('says who can change what one only sees', async () => {
  const inside = project({ roles: ['viewer'] });
  fake('GET /api/v1/projects/BHA/pipelines', () => ({ items: [] }));
  const { screen } = await showScreen(feature, path, { project: inside, roles: [] });
  await expect.element(screen.getByText(/Only a project administrator/)).toBeVisible();
  await expectNoSeriousViolations();
});
