import { beforeEach, expect, test } from 'vitest';
import type { Schema } from '../../lib/api/client';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';
import { repetitionOf, ruleOf } from './rule';

const path = '/administration/freeze-calendar';
const calendar = '/api/v1/calendar';

beforeEach(() => {
  fake('GET /api/v1/environments', () => ({ items: [] }));
  fake('GET /api/v1/projects', () => ({ items: [project()] }));
  fake(`GET ${calendar}/occurrences`, () => ({
    items: [{ entryId: 'e1', kind: 'FREEZE', name: 'Weekend', from: '2026-11-27T17:00:00Z', to: '2026-11-30T05:00:00Z' }],
  }));
});

test('shows what is in effect, what comes, and lets those change it who may', async () => {
  fake(`GET ${calendar}`, () => ({ items: [entry({ actions: ['change'] }), entry({ id: 'e2', name: 'Theirs' })] }));
  const { screen } = await showScreen(feature, path);
  await expect.element(screen.getByText('In effect').first()).toBeVisible();
  await expect.element(screen.getByRole('table', { name: 'The next 60 days' })).toHaveTextContent('Weekend');
  await expect.element(screen.getByRole('button', { name: 'Edit Weekend' })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Edit Theirs' })).not.toBeInTheDocument();
  await expectNoSeriousViolations();
});

test('adds an entry and shows at the field what the server refuses', async () => {
  fake(`GET ${calendar}`, () => ({ items: [] }));
  const message = 'It ends after it starts, and within a year.';
  fake(`POST ${calendar}`, () =>
    new Refused(400, 'ends-before-it-starts', message, [{ field: 'endsAt', code: 'ends-before-it-starts', message }]),
  );
  const { screen } = await showScreen(feature, path);
  await expect.element(screen.getByText('No freezes and no windows yet')).toBeVisible();
  await screen.getByRole('button', { name: 'Add Entry' }).click();
  await screen.getByRole('textbox', { name: 'Name' }).fill('Year-end close');
  await screen.getByRole('button', { name: 'Save' }).click();
  await expect.element(screen.getByRole('alert').filter({ hasText: message }).first()).toBeVisible();
  expect(callsOf(`POST ${calendar}`)[0]?.body).toMatchObject({ kind: 'FREEZE', name: 'Year-end close', repeats: null });
  await expectNoSeriousViolations();
});

test('asks before an address is made and shows it this once', async () => {
  fake(`GET ${calendar}`, () => ({ items: [entry()] }));
  fake(`POST ${calendar}/feed`, () => ({ open: true, url: 'https://tyto.example/hooks/calendar.ics?token=x' }));
  const { screen } = await showScreen(feature, path);
  await screen.getByRole('button', { name: 'Subscribe' }).click();
  expect(callsOf(`POST ${calendar}/feed`)).toHaveLength(0);
  await screen.getByRole('button', { name: 'Subscribe' }).last().click();
  await expect.element(screen.getByText('https://tyto.example/hooks/calendar.ics?token=x')).toBeVisible();
});

test('keeps a rule that the form has no words for', () => {
  expect(ruleOf(repetitionOf('FREQ=WEEKLY;BYDAY=FR,SA'))).toBe('FREQ=WEEKLY;BYDAY=FR,SA');
  expect(repetitionOf('FREQ=WEEKLY;BYDAY=FR').days).toEqual(['FR']);
  expect(ruleOf(repetitionOf('FREQ=MONTHLY;BYDAY=-1FR'))).toBe('FREQ=MONTHLY;BYDAY=-1FR');
  expect(ruleOf(repetitionOf(null))).toBeNull();
});

function entry(changes: Partial<Schema<'CalendarView'>> = {}): Schema<'CalendarView'> {
  return {
    id: 'e1',
    version: 1,
    kind: 'FREEZE',
    name: 'Weekend',
    reason: '',
    scope: 'environment-type',
    project: null,
    environmentId: null,
    environment: null,
    environmentType: 'PRODUCTION',
    timeZone: 'Europe/Berlin',
    startsAt: '2026-11-20T18:00:00',
    endsAt: '2026-11-23T06:00:00',
    repeats: 'FREQ=WEEKLY',
    repeatsUntil: null,
    active: true,
    next: { from: '2026-11-20T17:00:00Z', to: '2026-11-23T05:00:00Z' },
    changedBy: 'rita',
    changedAt: '2026-11-01T00:00:00Z',
    actions: [],
    ...changes,
  };
}
