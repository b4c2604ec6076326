import { useTexts } from '../../../lib/i18n/texts';
import { TextField } from '../../../ui/form/fields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import type { ItemRef } from '../api';
import { useSaveDraft, type Artifact } from './api';
import { texts } from './texts';

interface Props {
  place: ItemRef;
  environmentId: string;
  kind: string;
  artifact: Artifact;
  onClose: () => void;
}

/** Asks what the version is to be called, saves it at the source and attaches it. */
export function SaveDraftDialog({ place, environmentId, kind, artifact, onClose }: Props) {
  const t = useTexts(texts);
  const save = useSaveDraft(place);
  const form = useForm({ version: nextOf(artifact.version) }, async ({ version }) => {
    await save.mutateAsync({ kind, environmentId, externalId: artifact.id, version });
    onClose();
  });
  return (
    <FormDialog title={t('saveDraftTitle', { name: artifact.name })} submit={t('saveDraft')} form={form} onClose={onClose}>
      <p>{t('saveDraftText')}</p>
      <TextField label={t('versionColumn')} isRequired help={t('saveDraftHelp')} {...form.bind('version')} />
    </FormDialog>
  );
}

/** One higher in the last place; nothing when the source shows no number. */
function nextOf(version: string | null | undefined): string {
  const parts = /^(\d+\.\d+\.)(\d+)$/.exec(version ?? '');
  return parts === null ? '' : `${parts[1] ?? ''}${Number(parts[2]) + 1}`;
}
