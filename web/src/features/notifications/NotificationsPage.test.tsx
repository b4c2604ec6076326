import { expect, test } from 'vitest';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, showScreen } from '../../testing/showScreen';
import type { Choice } from './api';
import { feature } from './feature';

const settings = '/api/v1/notification-settings';
const choice: Choice = {
  available: true,
  address: 'ada@example.com',
  topics: ['APPROVAL', 'RUN_FAILED'],
  language: 'EN',
};

test('saves what a person wants to be told', async () => {
  fake(`GET ${settings}`, () => choice);
  fake(`PUT ${settings}`, ({ body }) => ({ ...choice, ...(body as Partial<Choice>) }));
  const { screen } = await showScreen(feature, '/account/notifications');
  await expect.element(screen.getByText('Mails go to ada@example.com.')).toBeVisible();
  await expectNoSeriousViolations();
  await expect.element(screen.getByRole('switch', { name: 'Approvals that wait for me' })).toBeChecked();
  await screen.getByRole('switch', { name: 'A run has stopped' }).click();
  await screen.getByRole('switch', { name: 'Notices of pipelines' }).click();
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText('Saved.')).toBeVisible();
  expect(callsOf(`PUT ${settings}`)[0]?.body).toEqual({ topics: ['APPROVAL', 'NOTICE'], language: 'EN' });
});

test('says why nothing is sent, and shows a refusal', async () => {
  fake(`GET ${settings}`, () => ({ ...choice, available: false, address: null }));
  fake(`PUT ${settings}`, () => new Refused(403, 'forbidden', 'Not by a token.'));
  const { screen } = await showScreen(feature, '/account/notifications');
  await expect.element(screen.getByText(/This server sends no mails/)).toBeVisible();
  await screen.getByRole('switch', { name: 'Work by hand that waits for me' }).click();
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText(/Not by a token/)).toBeVisible();
});

test('says who can enter the address that is missing', async () => {
  fake(`GET ${settings}`, () => ({ ...choice, address: null }));
  const { screen } = await showScreen(feature, '/account/notifications');
  await expect.element(screen.getByText(/You have no mail address here/)).toBeVisible();
  await expectNoSeriousViolations();
});
