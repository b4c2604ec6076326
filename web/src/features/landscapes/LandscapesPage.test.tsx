import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Schema } from '../../lib/api/client';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const path = '/projects/BHA/settings/environments';
const landscapes = '/api/v1/projects/BHA/landscapes';

beforeEach(() => {
  fake('GET /api/v1/connectors', () => ({ items: [] }));
  fake('GET /api/v1/projects/BHA/environments', () => ({
    items: [used('dev', 'DEVELOPMENT'), used('qa', 'QUALITY'), used('prod', 'PRODUCTION')],
  }));
  fake(`GET ${landscapes}`, () => ({ items: [{ name: 'Line', environments: ['dev', 'qa', 'prod'] }] }));
});

test('moves an environment by keyboard, keeps the focus on it and saves', async () => {
  fake(`PUT ${landscapes}`, ({ body }) => body);
  const { screen } = await showScreen(feature, path, { project: project() });
  await screen.getByRole('button', { name: 'Move DEV back' }).click();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('DEV is at place 3 of 3 now.')).toBeInTheDocument();
  await expectNoSeriousViolations();
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText('Saved.')).toBeVisible();
  expect(callsOf(`PUT ${landscapes}`)[0]?.body).toEqual({
    items: [{ name: 'Line', environments: ['qa', 'prod', 'dev'] }],
  });
});

test('marks a source at once', async () => {
  fake('PUT /api/v1/projects/BHA/environments/dev', () => used('dev', 'DEVELOPMENT'));
  const { screen } = await showScreen(feature, path, { project: project() });
  await screen.getByRole('checkbox', { name: 'DEV is a source' }).click();
  await expect
    .poll(() => callsOf('PUT /api/v1/projects/BHA/environments/dev')[0]?.body)
    .toEqual({ source: true });
});

test('shows at the landscape what the server refuses', async () => {
  const message = 'A landscape has environments.';
  fake(`PUT ${landscapes}`, () =>
    new Refused(400, 'invalid', message, [{ field: 'items[1].environments', code: 'empty-landscape', message }]),
  );
  const { screen } = await showScreen(feature, path, { project: project() });
  await screen.getByText('Add Landscape').click();
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByRole('region', { name: 'Landscape 2' }).getByRole('alert')).toHaveTextContent(message);
});

function used(id: string, type: Schema<'UsedEnvironment'>['type']): Schema<'UsedEnvironment'> {
  return { id, name: id.toUpperCase(), connector: 'x', type, mode: 'LIVE', settings: {}, source: false, version: 1 };
}
