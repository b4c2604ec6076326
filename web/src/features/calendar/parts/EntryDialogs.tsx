import { useMemo } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { ClashNotice } from '../../../ui/form/ClashNotice';
import { useForm } from '../../../ui/form/useForm';
import { useVersionedForm } from '../../../ui/form/useVersionedForm';
import { FormDialog } from '../../../ui/FormDialog';
import { readEntry, useCreate, useReplace, type Entry, type EntryInput } from '../api';
import { repetitionOf, ruleOf } from '../rule';
import { texts } from '../texts';
import { EntryFields, type Fields } from './EntryFields';

export function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const create = useCreate();
  const form = useForm(blank(), async (values) => {
    await create.mutateAsync(inputOf(values));
    onClose();
  });
  return (
    <FormDialog title={t('create')} form={form} onClose={onClose} isWide>
      <EntryFields form={form} />
    </FormDialog>
  );
}

export function EditDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const t = useTexts(texts);
  const replace = useReplace();
  const { id } = entry;
  const form = useVersionedForm<Entry, Fields>(entry, {
    fieldsOf,
    read: () => readEntry(id),
    editorOf: ({ changedBy }) => changedBy,
    async write(version, changes, before) {
      const saved = await replace.mutateAsync({ id, version, body: inputOf({ ...before, ...changes }) });
      onClose();
      return saved;
    },
  });
  const labels = useMemo(
    () => ({
      kind: t('kind'),
      name: t('name'),
      project: t('project'),
      environmentId: t('environment'),
      environmentType: t('environmentType'),
      startsAt: t('startsAt'),
      endsAt: t('endsAt'),
      timeZone: t('timeZone'),
      repeat: t('repeat'),
      days: t('days'),
      rule: t('rule'),
      repeatsUntil: t('repeatsUntil'),
      reason: t('reason'),
    }),
    [t],
  );
  return (
    <FormDialog title={t('editTitle', { name: entry.name })} form={form} onClose={onClose} isWide>
      <ClashNotice form={form} labels={labels} />
      <EntryFields form={form} />
    </FormDialog>
  );
}

function blank(): Fields {
  return {
    kind: 'FREEZE',
    name: '',
    project: '',
    environmentId: '',
    environmentType: '',
    startsAt: '',
    endsAt: '',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...repetitionOf(null),
    repeatsUntil: '',
    reason: '',
  };
}

function fieldsOf(entry: Entry): Fields {
  return {
    kind: entry.kind,
    name: entry.name,
    project: entry.project ?? '',
    environmentId: entry.environmentId ?? '',
    environmentType: entry.environmentType ?? '',
    startsAt: entry.startsAt.slice(0, 16),
    endsAt: entry.endsAt.slice(0, 16),
    timeZone: entry.timeZone,
    ...repetitionOf(entry.repeats),
    repeatsUntil: entry.repeatsUntil ?? '',
    reason: entry.reason,
  };
}

function inputOf(fields: Fields): EntryInput {
  const { repeat, days, rule, ...entry } = fields;
  const repeats = ruleOf({ repeat, days, rule });
  return {
    kind: entry.kind,
    name: entry.name,
    reason: entry.reason,
    project: orNull(entry.project),
    environmentId: orNull(entry.environmentId),
    environmentType: entry.environmentType === '' ? null : entry.environmentType,
    timeZone: entry.timeZone,
    startsAt: orNull(entry.startsAt),
    endsAt: orNull(entry.endsAt),
    repeats,
    repeatsUntil: repeats === null ? null : orNull(entry.repeatsUntil),
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
