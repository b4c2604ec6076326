import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Schema } from '../../lib/api/client';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const path = '/projects/BHA/settings/alm-integrations';
const base = '/api/v1/projects/BHA/alm-integrations';
const one = `${path}/i1`;

function integration(changes: Partial<Schema<'IntegrationView'>> = {}): Schema<'IntegrationView'> {
  return {
    id: 'i1',
    project: 'BHA',
    name: 'Renewal',
    description: '',
    externalSystem: 'alm',
    credentialId: 'c1',
    hostUrl: 'https://acme.alm.example',
    externalProjectId: 'p1',
    externalProjectName: 'Order to Cash Renewal',
    isDefault: true,
    writeBack: { references: true, comments: false, status: false },
    statusGates: true,
    hookPath: '/hooks/alm/i1',
    warnings: [],
    createdBy: 'paul',
    createdAt: '2026-01-01T10:00:00Z',
    version: 1,
    ...changes,
  };
}

beforeEach(() => {
  fake(`GET ${base}`, () => ({ items: [] }));
  fake(`GET ${base}/i1`, () => integration());
  fake(`GET ${base}/i1/write-backs`, () => ({ items: [] }));
  fake(`POST ${base}/external-projects`, () => ({ items: [{ id: 'p1', name: 'Renewal', status: 'Active' }] }));
  fake('GET /api/v1/connectors', () => ({ items: [connector()] }));
  fake('GET /api/v1/credentials', () => ({ items: [credential('c1', 'GLOBAL'), credential('c2', 'PRIVATE')] }));
});

test('adds an integration and shows its token this once', async () => {
  fake(`POST ${base}`, () => integration({ hookToken: 'secret-once' }));
  const { screen } = await showScreen(feature, path, { project: project() });
  await screen.getByRole('button', { name: 'Add' }).click();
  await expect.element(screen.getByText('1 project can be seen with this credential.')).toBeVisible();
  await expect.element(screen.getByText(/1 private credential is not offered/)).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByRole('textbox', { name: 'Name' }).click();
  await userEvent.keyboard('Renewal');
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByTestId('hook-token')).toHaveTextContent('secret-once');
  expect(callsOf(`POST ${base}`)[0]?.body).toMatchObject({ name: 'Renewal', credentialId: 'c1', isDefault: true });
});

test('says at the field that the name is taken', async () => {
  const message = "The project has an ALM integration named 'Renewal' already.";
  fake(`POST ${base}`, () =>
    new Refused(409, 'duplicate-name', message, [{ field: 'name', code: 'duplicate-name', message }]),
  );
  const { screen } = await showScreen(feature, path, { project: project() });
  await screen.getByRole('button', { name: 'Add' }).click();
  await screen.getByText('Save', { exact: true }).click();
  await expect.poll(() => document.querySelector('[data-field="name"] .ty-field-error')?.textContent).toBe(message);
});

test('says why no project is offered, and reads again when asked', async () => {
  let answer: unknown = { items: [] };
  fake(`POST ${base}/external-projects`, () => answer);
  const { screen } = await showScreen(feature, path, { project: project() });
  await screen.getByRole('button', { name: 'Add' }).click();
  await expect.element(screen.getByText(/Private and protected projects need scopes/)).toBeVisible();
  answer = new Refused(502, 'token-refused', 'The token endpoint says: Bad credentials.');
  await screen.getByText('Try again', { exact: true }).click();
  await expect.element(screen.getByText('The token endpoint says: Bad credentials.')).toBeVisible();
  answer = new Refused(502, 'unreachable', 'acme.alm.example does not answer.');
  await screen.getByText('Try again', { exact: true }).click();
  await expect.element(screen.getByText('The external system cannot be reached.')).toBeVisible();
});

test('merges what somebody else saved meanwhile', async () => {
  let now = integration();
  fake(`GET ${base}/i1`, () => now);
  fake(`PATCH ${base}/i1`, ({ headers }) =>
    headers.get('If-Match') === `"${now.version}"` ? now : new Refused(412, 'stale', 'version 2'),
  );
  const { screen } = await showScreen(feature, one, { project: project() });
  await screen.getByRole('button', { name: 'Edit' }).click();
  await screen.getByRole('textbox', { name: 'Name' }).click();
  await userEvent.keyboard(' 2');
  now = integration({ description: 'Theirs', modifiedBy: 'rita', version: 2 });
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText('Taken over into the form: Description.')).toBeVisible();
  await expect.element(screen.getByText('Changed last by rita.')).toBeVisible();
  await screen.getByText('Save', { exact: true }).click();
  await expect.poll(() => callsOf(`PATCH ${base}/i1`).at(-1)?.headers.get('If-Match')).toBe('"2"');
  expect(callsOf(`PATCH ${base}/i1`).at(-1)?.body).toEqual({ name: 'Renewal 2' });
});

test('lets people who may not edit only look', async () => {
  const { screen } = await showScreen(feature, one, { project: project({ roles: ['viewer'] }), roles: [] });
  await expect.element(screen.getByText('Order to Cash Renewal')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Edit' }).query()).toBeNull();
  await expectNoSeriousViolations();
});

function connector(): Partial<Schema<'ConnectorView'>> {
  return { id: 'alm', displayName: 'ALM', capabilities: ['story-source'], credentialTypes: ['sap-cloud-alm'] };
}

function credential(id: string, scope: 'GLOBAL' | 'PRIVATE') {
  return { id, name: id, scope, type: 'sap-cloud-alm', apiUrl: 'https://api.example', secretMissing: false };
}
