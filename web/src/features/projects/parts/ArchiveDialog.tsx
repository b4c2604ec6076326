import { useTexts } from '../../../lib/i18n/texts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { useArchiveProject, type Project } from '../api';
import { texts } from '../texts';

/** Archives, or restores what is archived. */
export function ArchiveDialog({ project, onClose }: { project: Project; onClose: () => void }) {
  const t = useTexts(texts);
  const change = useArchiveProject();
  const { archived, name } = project;
  return (
    <ConfirmDialog
      title={t(archived ? 'restoreTitle' : 'archiveTitle', { name })}
      confirm={t(archived ? 'restore' : 'archive')}
      isNegative={!archived}
      onConfirm={() => change.mutateAsync(project)}
      onClose={onClose}
    >
      {t(archived ? 'restoreText' : 'archiveText')}
    </ConfirmDialog>
  );
}
