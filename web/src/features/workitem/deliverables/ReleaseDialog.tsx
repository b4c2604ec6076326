import { useTexts } from '../../../lib/i18n/texts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import type { ItemRef } from '../api';
import { useRelease, type Deliverable } from './api';
import { texts } from './texts';

interface Props {
  place: ItemRef;
  deliverable: Deliverable;
  onClose: () => void;
}

/** Releasing cannot be undone: it says so, and names the open tasks that go first. */
export function ReleaseDialog({ place, deliverable, onClose }: Props) {
  const t = useTexts(texts);
  const release = useRelease(place);
  const { id, name, externalId, facts } = deliverable;
  const openTasks = facts['openTasks'] ?? '';
  return (
    <ConfirmDialog
      title={t('releaseTitle', { id: externalId ?? name })}
      confirm={t('release')}
      isNegative
      onConfirm={() => release.mutateAsync(id)}
      onClose={onClose}
    >
      <p>{t('releaseText')}</p>
      {openTasks !== '' && <p>{t('openTasks', { tasks: openTasks })}</p>}
    </ConfirmDialog>
  );
}
