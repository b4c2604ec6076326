import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const path = '/administration/projects';

test('lists projects with the roles one has in them', async () => {
  fake('GET /api/v1/projects', () => ({ items: [project(), project({ key: 'WMS', name: 'Warehouse', roles: [] })] }));
  const { screen } = await showScreen(feature, path);
  await expect.element(screen.getByRole('row', { name: /BHA Order to Cash/ })).toBeVisible();
  await expect.element(screen.getByText('2 entries')).toBeVisible();
  await expectNoSeriousViolations();
});

test('keeps the chosen order', async () => {
  fake('GET /api/v1/projects', () => ({ items: [project(), project({ key: 'AAA', name: 'Warehouse' })] }));
  const { screen } = await showScreen(feature, path);
  await screen.getByRole('button', { name: 'Key' }).click();
  await expect.element(screen.getByRole('row').nth(1)).toHaveTextContent('AAA');
  expect(localStorage.getItem('tyto.table.projects.sort')).toContain('key');
});

test('shows what the server refuses at the field it concerns', async () => {
  fake('GET /api/v1/projects', () => ({ items: [] }));
  fake('POST /api/v1/projects', () =>
    new Refused(400, 'invalid', 'key is taken', [{ field: 'key', code: 'taken', message: 'key is taken' }]),
  );
  const { screen } = await showScreen(feature, path);
  await screen.getByText('Create Project').first().click();
  await screen.getByRole('textbox', { name: 'Key' }).click();
  await userEvent.keyboard('bha');
  await screen.getByText('Create', { exact: true }).click();
  await expect.element(screen.getByText('key is taken').first()).toBeVisible();
  expect(callsOf('POST /api/v1/projects')[0]?.body).toEqual({ key: 'BHA', name: '', description: '' });
  await expectNoSeriousViolations();
});

test('offers nothing that this person may not do', async () => {
  fake('GET /api/v1/projects', () => ({ items: [project()] }));
  const { screen } = await showScreen(feature, path, { roles: [] });
  await expect.element(screen.getByText('Order to Cash')).toBeVisible();
  expect(screen.getByText('Create Project').query()).toBeNull();
  expect(screen.getByText('Archive', { exact: true }).query()).toBeNull();
});

test('Escape drops nothing that was typed', async () => {
  fake('GET /api/v1/projects', () => ({ items: [] }));
  const { screen } = await showScreen(feature, path);
  await screen.getByRole('button', { name: 'Create Project' }).first().click();
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Warehouse');
  await userEvent.keyboard('{Tab}{Escape}');
  await expect.element(screen.getByText(/What you entered is not saved/)).toBeVisible();
  await expect.element(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Warehouse');
  await screen.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => screen.getByText(/What you entered/).query()).toBeNull();
  await expect.poll(() => document.activeElement?.textContent).toBe('Create Project');
});
