import { useEffect, useRef, useState } from 'react';
import { renderFinished } from '@ui5/webcomponents-base/dist/Render.js';
import { useTexts } from '../../../lib/i18n/texts';
import type { ItemRef } from '../api';
import { useOrder, type Deliverable } from './api';
import { texts } from './texts';

export type Direction = 'up' | 'down';

/**
 * Moves deliverables among those of one list. The order is one for all kinds: what another list shows keeps
 * its place.
 */
export function useOrdering(place: ItemRef, all: readonly Deliverable[], items: readonly Deliverable[]) {
  const t = useTexts(texts);
  const order = useOrder(place);
  const [pending, setPending] = useState<string[] | null>(null);
  const [said, setSaid] = useState('');
  const focus = useRef<{ id: string; direction: Direction } | null>(null);
  const saved = items.filter((each) => !each.descoped);
  const byId = new Map(saved.map((each) => [each.id, each]));
  const shown = pending === null ? saved : pending.flatMap((id) => byId.get(id) ?? []);

  useEffect(() => {
    if (focus.current !== null) {
      const { id, direction } = focus.current;
      focus.current = null;
      // A button that was disabled takes the focus only after it has drawn itself anew.
      void renderFinished().then(() => focusMover(id, direction));
    }
  });

  function moveTo(id: string, index: number, by?: Direction) {
    const ids = shown.map((each) => each.id);
    const from = ids.indexOf(id);
    if (from === -1 || index < 0 || index >= ids.length || index === from) {
      return;
    }
    ids.splice(from, 1);
    ids.splice(index, 0, id);
    setPending(ids);
    focus.current = by === undefined ? null : { id, direction: by };
    setSaid(t('movedTo', { name: byId.get(id)?.name ?? id, position: index + 1, total: ids.length }));
    order.mutate(placed(all, ids), {
      onError: () => setSaid(t('notMoved')),
      onSettled: () => setPending(null),
    });
  }

  return {
    shown,
    said,
    problem: order.error,
    moveTo,
    move: (id: string, direction: Direction) => {
      const from = shown.findIndex((each) => each.id === id);
      moveTo(id, direction === 'up' ? from - 1 : from + 1, direction);
    },
  };
}

/** All ids in their order, with those of one list in its new order at the places that it holds. */
export function placed(all: readonly Deliverable[], ids: readonly string[]): string[] {
  const moved = new Set(ids);
  const next = [...ids];
  return all
    .filter((each) => !each.descoped)
    .map((each) => (moved.has(each.id) ? (next.shift() ?? each.id) : each.id));
}

/** The button that moved it, or its neighbour when there is nowhere further to go. */
function focusMover(id: string, direction: Direction) {
  const find = (wanted: Direction) =>
    document.querySelector<HTMLElement & { disabled: boolean }>(`[data-mover="${id}"][data-direction="${wanted}"]`);
  const same = find(direction);
  const target = same === null || same.disabled ? find(direction === 'up' ? 'down' : 'up') : same;
  target?.focus();
}
