import { useMemo } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { useTypeName, type EnvironmentType } from '../../../ui/environments/types';
import { ClashNotice } from '../../../ui/form/ClashNotice';
import { useVersionedForm } from '../../../ui/form/useVersionedForm';
import { FormDialog } from '../../../ui/FormDialog';
import { readEnvironment, useEditEnvironment, type Environment, type EnvironmentInput } from '../api';
import { texts } from '../texts';
import { EnvironmentFields, type Fields } from './EnvironmentFields';

export function EditDialog({ environment, onClose }: { environment: Environment; onClose: () => void }) {
  const t = useTexts(texts);
  const typeName = useTypeName();
  const edit = useEditEnvironment();
  const { id } = environment;
  const form = useVersionedForm<Environment, Fields>(environment, {
    fieldsOf,
    read: () => readEnvironment(id),
    async write(version, changes, before) {
      const saved = await edit.mutateAsync({ id, version, changes: inputOf(changes, before) });
      onClose();
      return saved;
    },
  });
  const labels = useMemo(
    () => ({
      name: t('name'),
      connector: t('connector'),
      type: t('type'),
      mode: t('mode'),
      credentialId: t('credential'),
      settings: t('settings'),
    }),
    [t],
  );
  return (
    <FormDialog title={t('editTitle', { name: environment.name })} form={form} onClose={onClose} isWide>
      <ClashNotice
        form={form}
        labels={labels}
        show={(name, value) =>
          name === 'type'
            ? typeName(value as EnvironmentType)
            : name === 'mode'
              ? t(value === 'LIVE' ? 'modeLive' : 'modePlanOnly')
              : settingsInWords(value)
        }
      />
      <EnvironmentFields form={form} isNew={false} />
    </FormDialog>
  );
}

function fieldsOf({ name, connector, type, mode, credentialId, settings }: Environment): Fields {
  return { name, connector, type, mode, credentialId: credentialId ?? '', settings };
}

/** A setting that was emptied is named with null, or it would stay. */
function inputOf(changes: Partial<Fields>, before: Fields): EnvironmentInput {
  if (changes.settings === undefined) {
    return changes;
  }
  const emptied = Object.keys(before.settings).filter((name) => !(name in (changes.settings ?? {})));
  return {
    ...changes,
    settings: { ...changes.settings, ...Object.fromEntries(emptied.map((name) => [name, null])) },
  };
}

function settingsInWords(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, each]) => `${name}: ${String(each)}`)
        .join(', ')
    : String(value);
}
