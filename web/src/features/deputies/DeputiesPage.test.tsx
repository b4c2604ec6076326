import { expect, test } from 'vitest';
import type { Schema } from '../../lib/api/client';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const deputies = '/api/v1/deputies';

test('shows both directions and ends only what is mine', async () => {
  fake(`GET ${deputies}`, () => ({
    items: [deputy({}), deputy({ id: 'd2', person: 'mara', deputy: 'ada', mine: false })],
  }));
  fake(`DELETE ${deputies}/d1`, () => undefined);
  const { screen } = await showScreen(feature, '/account/deputies');
  await expect.element(screen.getByText('ada (you)').first()).toBeVisible();
  await expectNoSeriousViolations();
  await expect.element(screen.getByRole('button', { name: 'End ada' })).not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'End dora' }).click();
  await screen.getByRole('button', { name: 'End', exact: true }).click();
  await expect.poll(() => callsOf(`DELETE ${deputies}/d1`)).toHaveLength(1);
});

test('asks for a time before anything is sent, and shows what the server refuses', async () => {
  fake(`GET ${deputies}`, () => ({ items: [] }));
  fake(`POST ${deputies}`, () => new Refused(400, 'invalid', 'No', []));
  const { screen } = await showScreen(feature, '/account/deputies');
  await expect.element(screen.getByText('Nobody stands in for you')).toBeVisible();
  await screen.getByRole('button', { name: 'Name a Deputy' }).click();
  await screen.getByRole('textbox', { name: 'Deputy' }).fill('dora');
  await screen.getByRole('button', { name: 'Name', exact: true }).click();
  await expect.element(screen.getByText('Choose a date and time.').first()).toBeVisible();
  expect(callsOf(`POST ${deputies}`)).toHaveLength(0);
});

function deputy(changes: Partial<Schema<'DeputiesView'>>): Schema<'DeputiesView'> {
  return {
    id: 'd1',
    person: 'ada',
    deputy: 'dora',
    from: '2026-11-20T08:00:00Z',
    until: '2026-11-30T08:00:00Z',
    active: true,
    mine: true,
    ...changes,
  };
}
