import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake, Refused } from '../../../testing/fakeApi';
import { expectNoSeriousViolations, showScreen } from '../../../testing/showScreen';
import { feature } from '../feature';
import { developer, fakeWorld, flow, path } from '../testing/fixtures';

const address = `${path}?tab=flow&configure=Replication`;
const parameters = '/api/v1/projects/BHA/parameters';

function fakeParameters() {
  fakeWorld({ deliverables: [flow()] });
  fake(`GET ${parameters}`, ({ query }) => ({
    items: [
      {
        key: 'Receiver',
        source: 'https://dev.example.com',
        value: query.get('environmentId') === 'int-qa' ? 'https://qa.example.com' : null,
        target: 'https://old.example.com',
        dataType: 'xsd:string',
      },
      { key: 'Interval', source: '300', value: '60', target: '60' },
    ],
  }));
}

test('one column per environment in the order of the landscape, the source beside', async () => {
  fakeParameters();
  const { screen } = await showScreen(feature, address, developer);
  await expect.element(screen.getByRole('row', { name: /Parameter Source \(read-only\) INT-QA INT-PROD/ })).toBeVisible();
  await expect.element(screen.getByText('https://dev.example.com')).toBeVisible();
  await expect.element(screen.getByText('There now: https://old.example.com')).toBeVisible();
  await expect.element(screen.getByText('The value of the target stays.').last()).toBeVisible();
  await expectNoSeriousViolations();
});

test('saves the environments that were changed, whole, and lets a target stand again', async () => {
  fakeParameters();
  fake(`PUT ${parameters}`, () => ({ items: [] }));
  const { screen } = await showScreen(feature, address, developer);
  await screen.getByRole('textbox', { name: 'Receiver in INT-PROD' }).click();
  await userEvent.keyboard('https://prod.example.com');
  await screen.getByRole('button', { name: 'Let the value of Interval in INT-PROD stand' }).click();
  await screen.getByText('Save', { exact: true }).click();
  await expect.poll(() => callsOf(`PUT ${parameters}`).length).toBe(1);
  const [call] = callsOf(`PUT ${parameters}`);
  expect(call?.query.get('environmentId')).toBe('int-prod');
  expect(call?.body).toEqual({
    items: [
      { key: 'Receiver', value: 'https://prod.example.com' },
      { key: 'Interval', value: null },
    ],
  });
});

test('what one environment refuses stands at its cell', async () => {
  fakeParameters();
  fake(
    `PUT ${parameters}`,
    () => new Refused(400, 'unknown-parameter', 'No.', [{ field: 'items.Receiver', code: 'unknown-parameter', message: 'The artifact has no parameter Receiver.' }]),
  );
  const { screen } = await showScreen(feature, address, developer);
  await screen.getByRole('textbox', { name: 'Receiver in INT-QA' }).click();
  await userEvent.keyboard('x');
  await screen.getByText('Save', { exact: true }).click();
  await expect.poll(() => document.querySelector('.ty-field-error')?.textContent).toBe('The artifact has no parameter Receiver.');
});

test('an environment that cannot be read leaves the others usable', async () => {
  fakeParameters();
  const answers = () => ({ items: [{ key: 'Interval', source: '300', value: '60', target: '60' }] });
  fake(`GET ${parameters}`, ({ query }) =>
    query.get('environmentId') === 'int-prod' ? new Refused(502, 'outside', 'INT-PROD does not answer.') : answers(),
  );
  const { screen } = await showScreen(feature, address, developer);
  await expect.element(screen.getByText('INT-PROD does not answer.')).toBeVisible();
  await expect.element(screen.getByRole('textbox', { name: 'Interval in INT-QA' })).toBeVisible();
  await expect.element(screen.getByText('Could not be read')).toBeVisible();
});
