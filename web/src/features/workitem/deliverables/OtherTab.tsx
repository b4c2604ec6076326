import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { EmptyState } from '../../../ui/EmptyState';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import type { Deliverable } from './api';
import type { TabProps } from './DeliverablesTab';
import { DeliverableList } from './DeliverableList';
import { DetachDialog } from './DetachDialog';
import { IncludeOffer } from './IncludeOffer';
import { CommitDialog, LinkDialog } from './NamedDialogs';
import { StepDialog } from './StepDialog';
import { texts } from './texts';
import { UploadBox } from './UploadBox';

/** What is uploaded or written down: archives, files, links, commits, manual steps. */
export function OtherTab({ place, item, tab, deliverables, canEdit }: TabProps) {
  const t = useTexts(texts);
  const [dialog, setDialog] = useState<'link' | 'commit' | 'step' | null>(null);
  const [removing, setRemoving] = useState<Deliverable | null>(null);
  const [editing, setEditing] = useState<Deliverable | null>(null);
  const canAdd = canEdit && !item.gone;
  const kinds = [
    { id: 'mta', name: t('kindMta') },
    { id: 'file', name: t('kindFile') },
    ...tab.kinds.filter(({ id }) => id !== 'mta' && id !== 'file').map(({ id, displayName }) => ({ id, name: displayName })),
  ];
  const actions = canAdd && (
    <>
      <Button onClick={() => setDialog('step')}>{t('addStep')}</Button>
      <Button onClick={() => setDialog('link')}>{t('addLink')}</Button>
      <Button onClick={() => setDialog('commit')}>{t('addCommit')}</Button>
    </>
  );
  return (
    <>
      <IncludeOffer place={place} item={item} canEdit={canEdit} />
      {canAdd && <UploadBox place={place} kinds={kinds} />}
      {deliverables.data === undefined && (
        <ProblemMessage problem={deliverables.error} retry={() => void deliverables.refetch()} />
      )}
      <DeliverableList
        place={place}
        label={t('other')}
        all={deliverables.data}
        items={tab.items}
        environments={[]}
        canEdit={canEdit}
        actions={actions}
        onRemove={setRemoving}
        onEdit={canAdd ? setEditing : undefined}
        empty={
          <EmptyState title={t('emptyOther')} action={actions !== false && <div className="ty-row">{actions}</div>}>
            {t(canAdd ? 'emptyOtherNext' : 'emptyNotMine')}
          </EmptyState>
        }
      />
      {dialog === 'link' && <LinkDialog place={place} onClose={() => setDialog(null)} />}
      {dialog === 'commit' && <CommitDialog place={place} onClose={() => setDialog(null)} />}
      {dialog === 'step' && <StepDialog place={place} item={item} onClose={() => setDialog(null)} />}
      {editing !== null && (
        <StepDialog place={place} item={item} before={editing} onClose={() => setEditing(null)} />
      )}
      {removing !== null && <DetachDialog place={place} deliverable={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
