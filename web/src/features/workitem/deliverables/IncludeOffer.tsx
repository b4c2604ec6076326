import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useTexts } from '../../../lib/i18n/texts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import type { ItemRef, WorkItem } from '../api';
import { useInclude, useOfStories, type Deliverable } from './api';
import { texts } from './texts';

interface Props {
  place: ItemRef;
  item: WorkItem;
  canEdit: boolean;
}

/** A feature may take over what its user stories carry. */
export function IncludeOffer({ place, item, canEdit }: Props) {
  const t = useTexts(texts);
  const offered = useOfStories(place, canEdit && !item.gone && item.type === 'FEATURE' && item.childCount > 0);
  const [isOpen, setIsOpen] = useState(false);
  if (offered.data === undefined || offered.data.length === 0) {
    return null;
  }
  return (
    <>
      <div className="wi-offer">
        <MessageStrip hideCloseButton>{t('ofStories', { count: offered.data.length })}</MessageStrip>
        <Button onClick={() => setIsOpen(true)}>{t('include')}</Button>
      </div>
      {isOpen && <IncludeDialog place={place} offered={offered.data} onClose={() => setIsOpen(false)} />}
    </>
  );
}

interface DialogProps {
  place: ItemRef;
  offered: readonly Deliverable[];
  onClose: () => void;
}

function IncludeDialog({ place, offered, onClose }: DialogProps) {
  const t = useTexts(texts);
  const include = useInclude(place);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = offered.filter((each) => !left.has(each.id)).map((each) => each.id);
  return (
    <ConfirmDialog
      title={t('include')}
      confirm={t('includeCount', { count: chosen.length })}
      onConfirm={() => (chosen.length === 0 ? Promise.resolve() : include.mutateAsync(chosen))}
      onClose={onClose}
    >
      <p>{t('includeText')}</p>
      <ul className="wi-checks">
        {offered.map(({ id, name, externalId, version, workItemId }) => (
          <li key={id}>
            <CheckBox
              text={[`${workItemId}: ${name}`, externalId === name ? null : externalId, version]
                .filter((each) => each != null)
                .join(' · ')}
              wrappingType="Normal"
              checked={!left.has(id)}
              onChange={(event) => {
                const next = new Set(left);
                if (event.target.checked) {
                  next.delete(id);
                } else {
                  next.add(id);
                }
                setLeft(next);
              }}
            />
          </li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
