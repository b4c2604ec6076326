import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const path = '/projects/BHA/settings/parameters';
const parameters = '/api/v1/projects/BHA/parameters';

test('configures an artifact that was found in the source', async () => {
  fake('GET /api/v1/connectors', () => ({ items: [{ id: 'thing', displayName: 'Thing', capabilities: ['parameter-source'] }] }));
  fake('GET /api/v1/projects/BHA/environments', () => ({ items: [used('dev', true), used('qa', false)] }));
  fake('GET /api/v1/projects/BHA/landscapes', () => ({ items: [{ name: 'Line', environments: ['dev', 'qa'] }] }));
  fake('GET /api/v1/environments/dev/artifacts', () => ({
    items: [{ id: 'Orders', kind: 'flow', name: 'Orders', hasChildren: false, attachable: true, facts: {} }],
  }));
  fake(`GET ${parameters}`, () => ({ items: [{ key: 'Receiver', source: 'https://dev.example', target: null }] }));
  fake(`PUT ${parameters}`, () => ({ items: [] }));
  const { screen } = await showScreen(feature, path, { project: project() });
  await expect.element(screen.getByRole('row', { name: /Orders/ })).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByRole('button', { name: 'Configure Orders' }).click();
  await screen.getByRole('textbox', { name: 'Receiver in QA' }).click();
  await userEvent.keyboard('https://qa.example');
  await expectNoSeriousViolations();
  await screen.getByText('Save', { exact: true }).click();
  await expect
    .poll(() => callsOf(`PUT ${parameters}`)[0]?.body)
    .toEqual({ items: [{ key: 'Receiver', value: 'https://qa.example' }] });
});

test('says what is missing when no source has parameters', async () => {
  fake('GET /api/v1/connectors', () => ({ items: [] }));
  fake('GET /api/v1/projects/BHA/environments', () => ({ items: [used('dev', true)] }));
  const { screen } = await showScreen(feature, path, { project: project() });
  await expect.element(screen.getByText('No source has externalized parameters')).toBeVisible();
  await expectNoSeriousViolations();
});

function used(id: string, source: boolean) {
  return { id, name: id.toUpperCase(), connector: 'thing', type: 'QUALITY', mode: 'LIVE', settings: {}, source, version: 1 };
}
