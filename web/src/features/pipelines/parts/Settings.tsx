import { useState } from 'react';
import type { Document } from 'yaml';
import { useTexts } from '../../../lib/i18n/texts';
import { SchemaForm } from '../../../ui/form/SchemaForm';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { changeSettings } from '../model/edits';
import type { JsonSchema } from '../model/schema';
import { isWithin, record, valueOf, type Flaw, type Path, type Source } from '../model/source';
import { texts } from '../texts';
import { idOf } from './boxId';
import { FlawText } from './FlawText';
import { summary } from './summary';

interface Props {
  source: Source;
  schema: JsonSchema;
  flaws: readonly Flaw[];
  suggestions: Readonly<Record<string, readonly string[]>>;
  /** Left out when it is only looked at. */
  onEdit: ((change: (document: Document) => void) => void) | undefined;
  onShow: (path: Path) => void;
}

/** The box of what a pipeline is told beside its stages: its name, which changes it accepts, its emergencies. */
export function Settings({ source, schema, flaws, suggestions, onEdit, onShow }: Props) {
  const t = useTexts(texts);
  const [isOpen, setIsOpen] = useState(false);
  const keys = Object.keys(record(schema['properties']));
  const root = record(valueOf(source));
  const values = Object.fromEntries(keys.filter((key) => key in root).map((key) => [key, root[key]]));
  const own = flaws.filter(({ path }) => keys.some((key) => isWithin(path, [key])));
  if (keys.length === 0) {
    return null;
  }
  return (
    <div className="ty-pipe-task" data-broken={own.length > 0}>
      <button
        id={idOf([])}
        type="button"
        className="ty-pipe-task-main"
        onFocus={() => onShow(keys.slice(0, 1))}
        onClick={() => onEdit !== undefined && setIsOpen(true)}
      >
        <span className="ty-pipe-task-title">{t('settings')}</span>
        {summary(values).map((each) => (
          <span key={each} className="ty-pipe-task-parameter">
            {each}
          </span>
        ))}
        <FlawText flaws={own} />
      </button>
      {isOpen && (
        <SettingsDialog
          schema={schema}
          values={values}
          suggestions={suggestions}
          onDone={(next) => onEdit?.((document) => changeSettings(document, keys, next))}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}

interface DialogProps {
  schema: JsonSchema;
  values: Readonly<Record<string, unknown>>;
  suggestions: Readonly<Record<string, readonly string[]>>;
  onDone: (values: Readonly<Record<string, unknown>>) => void;
  onClose: () => void;
}

function SettingsDialog({ schema, values, suggestions, onDone, onClose }: DialogProps) {
  const t = useTexts(texts);
  const form = useForm({ settings: values }, ({ settings }) => {
    onDone(settings);
    onClose();
    return Promise.resolve();
  });
  return (
    <FormDialog title={t('settings')} submit={t('apply')} form={form} onClose={onClose}>
      <SchemaForm
        schema={schema}
        value={form.values.settings}
        onChange={(settings) => form.set({ settings })}
        suggestions={suggestions}
      />
    </FormDialog>
  );
}
