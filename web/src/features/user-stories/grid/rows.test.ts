import { expect, test } from 'vitest';
import { item, story } from '../testItems';
import { deedOf } from './keyboard';
import { flatten, withoutRepeats, type GridRow } from './rows';

const feature = item({ id: 'BHA-1', childCount: 2 });
const shared = story('BHA-10', ['BHA-1', 'BHA-2']);
const page = [feature, item({ id: 'BHA-2', childCount: 1 })];
const children = new Map([
  ['BHA-1', { items: [shared, story('BHA-11', ['BHA-1'])], problem: null }],
  ['BHA-2', { items: [shared], problem: null }],
]);

function keysOf(open: string[]): string[] {
  return flatten([page], new Set(open), (id) => children.get(id)).rows.map(({ key }) => key);
}

test('puts the details and then the stories below an open feature', () => {
  expect(keysOf(['BHA-1'])).toEqual(['BHA-1', 'BHA-1#', 'BHA-1/BHA-10', 'BHA-1/BHA-11', 'BHA-2']);
});

test('shows a story of two features below each, and opens each by itself', () => {
  expect(keysOf(['BHA-1', 'BHA-2', 'BHA-2/BHA-10'])).toEqual([
    'BHA-1',
    'BHA-1#',
    'BHA-1/BHA-10',
    'BHA-1/BHA-11',
    'BHA-2',
    'BHA-2#',
    'BHA-2/BHA-10',
    'BHA-2/BHA-10#',
  ]);
});

test('holds a place for stories that are being read, and says when they could not be', () => {
  const open = new Set(['BHA-1']);
  expect(flatten([page], open, () => undefined).rows[2]?.kind).toBe('loading');
  expect(flatten([page], open, () => ({ items: undefined, problem: new Error() })).rows[2]?.kind).toBe('failed');
});

test('makes the rows of a page once', () => {
  const first = flatten([page], new Set(), () => undefined).rows[1];
  expect(flatten([page], new Set(['BHA-1']), (id) => children.get(id)).rows.at(-1)).toBe(first);
});

test('leaves out what moved from one page to the next', () => {
  expect(withoutRepeats([[feature], [feature, shared]])).toEqual([[feature], [shared]]);
});

test.each([
  ['ArrowDown', 0, null, { to: { index: 1, cell: null } }],
  ['ArrowUp', 0, null, { to: { index: 0, cell: null } }],
  ['ArrowRight', 5, null, { toggle: 5 }],
  ['ArrowRight', 0, null, { to: { index: 0, cell: 0 } }],
  ['ArrowLeft', 0, null, { toggle: 0 }],
  ['ArrowLeft', 2, null, { to: { index: 0, cell: null } }],
  ['ArrowLeft', 0, 0, { to: { index: 0, cell: null } }],
  ['ArrowRight', 0, 3, undefined],
  ['End', 0, null, { to: { index: 5, cell: null } }],
  ['End', 0, 1, { to: { index: 0, cell: 3 } }],
  ['Home', 4, null, { to: { index: 0, cell: null } }],
  ['Enter', 0, null, { toggle: 0 }],
  ['Enter', 0, 2, { enter: 0 }],
  [' ', 3, null, { select: 3 }],
])('%s on row %i, cell %s', (key, index, cell, deed) => {
  const rows: GridRow[] = flatten([[...page, item({ id: 'BHA-3' })]], new Set(['BHA-1']), (id) => children.get(id)).rows;
  expect(deedOf({ key, ctrlKey: false }, { rows, index, cell, cells: 4, page: 10 })).toEqual(deed);
});
