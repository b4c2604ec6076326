import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const call = 'POST /api/v1/session/password';

async function filled(current: string, repeat: string) {
  const shown = await showScreen(feature, '/account/password');
  await shown.screen.getByRole('textbox', { name: 'Current password' }).click();
  await userEvent.keyboard(current);
  await shown.screen.getByRole('textbox', { name: 'New password', exact: true }).click();
  await userEvent.keyboard('a new password');
  await shown.screen.getByRole('textbox', { name: 'Repeat the new password' }).click();
  await userEvent.keyboard(repeat);
  return shown;
}

test('changes the password and asks to sign in with it', async () => {
  fake(call, () => undefined);
  const { router } = await filled('the old one', 'a new password');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => router.state.location.pathname).toBe('/sign-in');
  expect(callsOf(call)[0]?.body).toEqual({ current: 'the old one', next: 'a new password' });
});

test('tells that the current password is wrong, and stays', async () => {
  fake(call, () => {
    const detail = 'The current password is not right.';
    return new Refused(401, 'sign-in-failed', detail, [{ field: 'current', code: 'sign-in-failed', message: detail }]);
  });
  const { screen, router } = await filled('a guess', 'a new password');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('The current password is not right.').first()).toBeVisible();
  expect(router.state.location.pathname).toBe('/account/password');
  await expectNoSeriousViolations();
});

test('sends nothing while the two new passwords differ', async () => {
  const { screen } = await filled('the old one', 'another');
  await expect.element(screen.getByText('The two new passwords differ.').first()).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(callsOf(call)).toHaveLength(0);
});
