import { expect, test } from 'vitest';
import { layoutOf, nextSpan } from './layout';
import type { GridRow } from './rows';

const item = (key: string) => ({ kind: 'item', key }) as GridRow;
const detail = (key: string) => ({ kind: 'detail', key }) as GridRow;

test('finds rows between details of other heights', () => {
  const rows = [item('a'), detail('a#'), item('b'), item('c'), detail('c#')];
  const { height, topOf, indexAt } = layoutOf(rows, 40, ({ key }) => (key === 'a#' ? 180 : 20));
  expect(rows.map((_, index) => topOf(index))).toEqual([0, 40, 220, 260, 300]);
  expect(height).toBe(320);
  expect([-5, 0, 39, 40, 219, 220, 259, 9_999].map(indexAt)).toEqual([0, 0, 0, 1, 1, 2, 2, 4]);
});

test('an empty grid has no height', () => {
  expect(layoutOf([], 40, () => 0)).toMatchObject({ height: 0 });
});

test('draws what is in sight first, then a few rows a step until all is there', () => {
  const wanted = { from: 990, to: 1020 };
  const seen = { from: 1000, to: 1015 };
  let drawn = nextSpan({ from: 0, to: 30 }, wanted, seen, 8);
  expect(drawn).toEqual({ from: 1000, to: 1008 });
  drawn = nextSpan(drawn, wanted, seen, 8);
  expect(drawn).toEqual({ from: 1000, to: 1016 });
  drawn = nextSpan(drawn, wanted, seen, 8);
  expect(drawn).toEqual({ from: 996, to: 1020 });
  drawn = nextSpan(drawn, wanted, seen, 8);
  expect(drawn).toEqual(wanted);
});

test('keeps what is still wanted while scrolling', () => {
  expect(nextSpan({ from: 10, to: 40 }, { from: 13, to: 43 }, { from: 20, to: 36 }, 8)).toEqual({ from: 13, to: 43 });
});
