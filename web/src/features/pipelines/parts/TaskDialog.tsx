import { useState } from 'react';
import { SelectField, TextField } from '../../../ui/form/fields';
import { SchemaForm, defaultsOf } from '../../../ui/form/SchemaForm';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useTexts } from '../../../lib/i18n/texts';
import type { TaskInput } from '../model/edits';
import type { TaskKind } from '../model/schema';
import type { TaskBox } from '../model/source';
import { texts } from '../texts';

interface Props {
  /** Left out for a new one. */
  task?: TaskBox;
  stage: string;
  kinds: readonly TaskKind[];
  suggestions: Readonly<Record<string, readonly string[]>>;
  onDone: (input: TaskInput) => void;
  onClose: () => void;
}

/** A task's name, kind and parameters; the kinds and their forms are what the server's schema says. */
export function TaskDialog({ task, stage, kinds, suggestions, onDone, onClose }: Props) {
  const t = useTexts(texts);
  const [kind, setKind] = useState(task?.kind ?? kinds[0]?.kind ?? '');
  const chosen = kinds.find((each) => each.kind === kind);
  const [parameters, setParameters] = useState<Readonly<Record<string, unknown>>>(task?.parameters ?? {});
  const form = useForm({ taskName: task?.name ?? '' }, ({ taskName }) => {
    onDone({ name: taskName.trim(), kind, parameters: withoutOff(parameters, task) });
    onClose();
    return Promise.resolve();
  });

  function choose(next: string) {
    const { parameters: schema } = kinds.find((each) => each.kind === next) ?? {};
    setKind(next);
    setParameters(next === task?.kind ? task.parameters : schema === undefined ? {} : defaultsOf(schema));
  }

  return (
    <FormDialog
      title={task === undefined ? t('addTaskTo', { stage }) : t('editTask')}
      submit={task === undefined ? t('add') : t('apply')}
      form={form}
      onClose={onClose}
    >
      <SelectField
        label={t('kind')}
        isRequired
        value={kind}
        choices={kinds.map((each) => ({ value: each.kind, text: each.title }))}
        onChange={choose}
        help={chosen?.description}
      />
      <TextField label={t('taskName')} placeholder={`${kind} ${stage}`} help={t('taskNameHelp')} {...form.bind('taskName')} />
      {chosen !== undefined && (
        <SchemaForm
          key={kind}
          schema={chosen.parameters}
          value={parameters}
          onChange={setParameters}
          suggestions={suggestions}
        />
      )}
    </FormDialog>
  );
}

/** `backup: false` is what nobody writes, unless it stood there. */
function withoutOff(parameters: Readonly<Record<string, unknown>>, task: TaskBox | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters).filter(([name, value]) => value !== false || task?.parameters[name] === false),
  );
}
