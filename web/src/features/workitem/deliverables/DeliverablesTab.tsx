import { useState } from 'react';
import '@ui5/webcomponents-icons/dist/add.js';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { useSearchParams } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { EmptyState } from '../../../ui/EmptyState';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import type { ItemRef, WorkItem } from '../api';
import { ConfigureDialog } from '../../../ui/configure/ConfigureDialog';
import type { Deliverable } from './api';
import { DeliverableList } from './DeliverableList';
import { DetachDialog } from './DetachDialog';
import { IncludeOffer } from './IncludeOffer';
import { PasteDialog } from './PasteDialog';
import { ReleaseDialog } from './ReleaseDialog';
import type { DeliverableTab } from './tabs';
import { texts } from './texts';
import { ValueHelp } from './ValueHelp';

export interface TabProps {
  place: ItemRef;
  item: WorkItem;
  tab: DeliverableTab;
  deliverables: UseQueryResult<Deliverable[]>;
  canEdit: boolean;
}

/** Deliverables that are attached from a source environment. */
export function DeliverablesTab({ place, item, tab, deliverables, canEdit }: TabProps) {
  const t = useTexts(texts);
  const [dialog, setDialog] = useState<'add' | 'paste' | null>(null);
  const [removing, setRemoving] = useState<Deliverable | null>(null);
  const [releasing, setReleasing] = useState<Deliverable | null>(null);
  const [search, setSearch] = useSearchParams();
  const hasSource = tab.kinds.some(({ sources }) => sources.length > 0);
  const canAdd = canEdit && !item.gone && hasSource;
  const configuring = tab.items.find(
    (each) => each.externalId === search.get('configure') && parametersOf(tab, each) !== undefined,
  );

  function configure(deliverable: Deliverable | null) {
    setSearch({ tab: tab.id, ...(deliverable?.externalId == null ? {} : { configure: deliverable.externalId }) });
  }

  const actions = canAdd && (
    <>
      <Button design="Emphasized" icon="add" onClick={() => setDialog('add')}>
        {t('add')}
      </Button>
      <Button onClick={() => setDialog('paste')}>{t('paste')}</Button>
    </>
  );
  return (
    <>
      <IncludeOffer place={place} item={item} canEdit={canEdit} />
      {deliverables.data === undefined && (
        <ProblemMessage problem={deliverables.error} retry={() => void deliverables.refetch()} />
      )}
      <DeliverableList
        place={place}
        label={tab.title}
        all={deliverables.data}
        items={tab.items}
        environments={tab.kinds.flatMap((kind) => kind.environments)}
        canEdit={canEdit}
        actions={actions}
        onRemove={setRemoving}
        onRelease={tab.kinds.some((kind) => kind.canRelease) ? setReleasing : undefined}
        onConfigure={tab.kinds.some((kind) => kind.hasParameters) ? configure : undefined}
        empty={
          <EmptyState title={t('emptyTitle', { kind: tab.title })} action={actions !== false && <div className="ty-row">{actions}</div>}>
            {canAdd ? t('emptyNext') : t(hasSource ? 'emptyNotMine' : 'emptyNoSource')}
          </EmptyState>
        }
      />
      {dialog === 'add' && (
        <ValueHelp place={place} tab={tab} attached={tab.items} onClose={() => setDialog(null)} />
      )}
      {dialog === 'paste' && <PasteDialog place={place} tab={tab} onClose={() => setDialog(null)} />}
      {removing !== null && <DetachDialog place={place} deliverable={removing} onClose={() => setRemoving(null)} />}
      {releasing !== null && <ReleaseDialog place={place} deliverable={releasing} onClose={() => setReleasing(null)} />}
      {configuring?.externalId != null && (
        <ConfigureDialog
          projectKey={place.key}
          artifactId={configuring.externalId}
          name={configuring.name}
          environments={parametersOf(tab, configuring)?.environments ?? []}
          canEdit={canEdit}
          onClose={() => configure(null)}
        />
      )}
    </>
  );
}

function parametersOf(tab: DeliverableTab, deliverable: Deliverable) {
  return tab.kinds.find((kind) => kind.id === deliverable.kind && kind.hasParameters);
}
