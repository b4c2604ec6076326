import { useTexts } from '../../../lib/i18n/texts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import type { ItemRef } from '../api';
import { useDetach, type Deliverable } from './api';
import { texts } from './texts';

interface Props {
  place: ItemRef;
  deliverable: Deliverable;
  onClose: () => void;
}

export function DetachDialog({ place, deliverable, onClose }: Props) {
  const t = useTexts(texts);
  const detach = useDetach(place);
  const { name, reached } = deliverable;
  return (
    <ConfirmDialog
      title={t('removeTitle', { name })}
      confirm={t('remove')}
      isNegative
      onConfirm={() => detach.mutateAsync(deliverable.id)}
      onClose={onClose}
    >
      {reached.length === 0 ? t('removeText') : t('removeReached', { environments: reached.join(', ') })}
    </ConfirmDialog>
  );
}
