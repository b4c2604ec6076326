import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import '../../../ui/table/table.css';
import type { ItemRef } from '../api';
import { useCollisions, type Deliverable, type Environment } from './api';
import { CollisionStrip } from './Collisions';
import { DeliverableRow } from './DeliverableRow';
import { texts } from './texts';
import { useOrdering } from './useOrdering';

interface Props {
  place: ItemRef;
  label: string;
  /** All deliverables of the item, whatever list shows them; undefined while they are read. */
  all: readonly Deliverable[] | undefined;
  items: readonly Deliverable[];
  environments: readonly Environment[];
  canEdit: boolean;
  actions: ReactNode;
  empty: ReactNode;
  onRemove: (deliverable: Deliverable) => void;
  /** For what its connector releases. */
  onRelease?: ((deliverable: Deliverable) => void) | undefined;
  /** For what is written here and may be written anew. */
  onEdit?: ((deliverable: Deliverable) => void) | undefined;
  onConfigure?: ((deliverable: Deliverable) => void) | undefined;
}

/** Deliverables in the order in which they are deployed, by drag, by buttons and by keys. */
export function DeliverableList(props: Props) {
  const { place, label, all, items, canEdit } = props;
  const t = useTexts(texts);
  const collisions = useCollisions(place);
  const ordering = useOrdering(place, all ?? [], items);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const descoped = items.filter((each) => each.descoped);
  const ids = new Set(items.map((each) => each.id));
  const concerned = (collisions.data ?? []).filter((each) => ids.has(each.deliverableId));
  const canOrder = canEdit && ordering.shown.length > 1;

  function drop(target: number) {
    if (dragged !== null) {
      ordering.moveTo(dragged, target);
    }
    setDragged(null);
    setOver(null);
  }

  if (all !== undefined && items.length === 0) {
    return <section className="ty-table-box">{props.empty}</section>;
  }
  return (
    <>
      <CollisionStrip place={place} collisions={concerned} />
      <ProblemMessage problem={ordering.problem} />
      <section className="ty-table-box" aria-label={label}>
        <div className="ty-table-toolbar">
          <span className="wi-hint">{canOrder && t('orderHelp')}</span>
          <div className="ty-table-actions">{props.actions}</div>
        </div>
        <table className="ty-table" aria-label={label} aria-busy={all === undefined}>
          <thead>
            <tr>
              <th scope="col" className="wi-order-column">
                {t('order')}
              </th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('status')}</th>
              <th scope="col">{t('owner')}</th>
              <th scope="col">{t('reached')}</th>
              <th scope="col" data-align="end">
                {t('actions')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...ordering.shown, ...descoped].map((each, index) => (
              <DeliverableRow
                key={each.id}
                deliverable={each}
                source={props.environments.find(({ id }) => id === each.environmentId)}
                collisions={concerned.filter(({ deliverableId }) => deliverableId === each.id)}
                position={each.descoped ? undefined : index}
                total={ordering.shown.length}
                canEdit={canEdit}
                canOrder={canOrder}
                drag={{
                  isDragged: dragged === each.id,
                  isOver: over === each.id && dragged !== each.id,
                  onStart: () => setDragged(each.id),
                  onOver: () => setOver(each.id),
                  onDrop: () => drop(index),
                  onEnd: () => {
                    setDragged(null);
                    setOver(null);
                  },
                }}
                onMove={(direction) => ordering.move(each.id, direction)}
                onRemove={() => props.onRemove(each)}
                onRelease={
                  props.onRelease === undefined || !canEdit || each.facts['releasable'] !== 'true'
                    ? undefined
                    : () => props.onRelease?.(each)
                }
                onEdit={props.onEdit === undefined || each.step == null ? undefined : () => props.onEdit?.(each)}
                onConfigure={props.onConfigure === undefined ? undefined : () => props.onConfigure?.(each)}
              />
            ))}
          </tbody>
        </table>
        <div role="status" className="ty-hidden">
          {ordering.said}
        </div>
      </section>
    </>
  );
}
