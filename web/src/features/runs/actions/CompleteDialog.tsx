import { useState } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { AreaField, SelectField } from '../../../ui/form/fields';
import { ChoicesField } from '../../../ui/form/manyFields';
import { useForm } from '../../../ui/form/useForm';
import { FormDialog } from '../../../ui/FormDialog';
import { useAct, type Task } from '../api';
import { Attachments, type Attachment } from './Attachments';
import { Irreversible } from './Irreversible';
import { texts } from './texts';

interface Props {
  run: string;
  task: Task;
  onClose: () => void;
}

const codes = ['0', '4', '6', '8', '12', '16'] as const;

/** Says that something was done by hand: with return codes for an import, with evidence where the task wants it. */
export function CompleteDialog({ run, task, onClose }: Props) {
  const t = useTexts(texts);
  const act = useAct();
  const wanted = task.asks?.returnCodes ?? [];
  const [files, setFiles] = useState<readonly Attachment[]>([]);
  const checklist = task.asks?.checklist ?? [];
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const form = useForm<Record<string, string>>({ note: '' }, async (values) => {
    setIsChecked(true);
    const evidence = attached(files, values['note'] ?? '', t('noteFile'));
    const isMissing = wanted.some((id) => values[id] === undefined);
    if (isMissing || ticked.length < checklist.length || (task.asks?.evidence === true && evidence.length === 0)) {
      return;
    }
    const returnCodes = wanted.map((externalId) => ({ externalId, code: Number(values[externalId]) }));
    await act.mutateAsync({
      run,
      task: task.id,
      action: 'complete',
      order: { returnCodes, evidence, checklist: [...ticked] },
    });
    onClose();
  });
  const isEvidenceMissing =
    isChecked && task.asks?.evidence === true && attached(files, form.values['note'] ?? '', '').length === 0;
  return (
    <FormDialog
      title={t('title_complete', { task: task.name })}
      submit={t('do_complete')}
      form={form}
      isDirty={files.length > 0 || ticked.length > 0}
      onClose={onClose}
    >
      <p>{t('text_complete')}</p>
      {task.message !== '' && <pre className="ty-code">{task.message}</pre>}
      {checklist.length > 0 && (
        <ChoicesField
          label={t('checklist')}
          name="checklist"
          value={[...ticked]}
          choices={[...checklist]}
          onChange={setTicked}
          error={isChecked && ticked.length < checklist.length ? t('checklistOpen') : undefined}
        />
      )}
      {wanted.length > 0 && (
        <fieldset className="ty-run-fieldset">
          <legend>{t('returnCodes')}</legend>
          {wanted.map((id) => (
            <SelectField
              key={id}
              label={id}
              name={id}
              isRequired
              value={form.values[id] ?? ''}
              onChange={(value) => form.set({ [id]: value })}
              choices={codes.map((code) => ({ value: code, text: t(`code${code}`) }))}
              error={isChecked && form.values[id] === undefined ? t('returnCodeMissing') : undefined}
            />
          ))}
          <div className="ty-field-help">{t('returnCodesHelp')}</div>
        </fieldset>
      )}
      <AreaField
        label={t('note')}
        name="note"
        isRequired={task.asks?.evidence === true}
        value={form.values['note'] ?? ''}
        onChange={(note) => form.set({ note })}
        help={t('noteHelp')}
        error={isEvidenceMissing ? t('evidenceNeeded') : undefined}
      />
      <Attachments files={files} onChange={setFiles} />
      {wanted.length > 0 && <Irreversible />}
    </FormDialog>
  );
}

function attached(files: readonly Attachment[], note: string, noteFile: string): Attachment[] {
  return note.trim() === '' ? [...files] : [...files, { name: noteFile, text: note }];
}
