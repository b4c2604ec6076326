import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { RadioButton } from '@ui5/webcomponents-react/RadioButton';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import type { Schema } from '../../../lib/api/client';
import { DialogFrame } from '../../../ui/DialogFrame';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { texts } from './texts';
import { fieldNames, merged, type Conflict, type Fields, type OurFields } from './useOurFields';

interface Props {
  conflict: Conflict;
  mine: Fields;
  pipelines: readonly Schema<'PipelineResource'>[];
  fields: OurFields;
}

/** Shows whose change was first and lets one choose, field by field, what is to stand. */
export function ConflictDialog({ conflict, mine, pipelines, fields }: Props) {
  const t = useTexts(texts);
  const format = useFormat();
  const [chosen, setChosen] = useState(() => merged(conflict, mine));
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const differing = fieldNames.filter((name) => conflict.theirs[name] !== mine[name]);
  const { editor } = conflict;

  async function save() {
    setIsBusy(true);
    setProblem(null);
    try {
      await fields.merge(chosen);
    } catch (thrown) {
      setProblem(thrown);
      setIsBusy(false);
    }
  }

  function shown(name: keyof Fields, value: Fields[keyof Fields]): string {
    if (typeof value === 'boolean') {
      return t(value ? 'yes' : 'no');
    }
    const text = name === 'pipelineId' ? (pipelines.find((each) => each.id === value)?.name ?? value) : value;
    return text === '' ? t('nothing') : text;
  }

  return (
    <DialogFrame
      title={t('conflictTitle')}
      isBusy={isBusy}
      onClose={fields.closeConflict}
      footer={
        <>
          <Button design="Emphasized" loading={isBusy} disabled={isBusy} onClick={() => void save()}>
            {t('saveMerged')}
          </Button>
          <Button disabled={isBusy} onClick={fields.yieldToTheirs}>
            {t('takeTheirs')}
          </Button>
          <Button design="Transparent" disabled={isBusy} onClick={fields.closeConflict}>
            {t('back')}
          </Button>
        </>
      }
    >
      <div className="ty-dialog-body">
        <ProblemMessage problem={problem} />
        <p>
          {editor === undefined
            ? t('conflictBySomebody')
            : t('conflictBy', { name: editor.name, at: format.dateTime(editor.at) })}
        </p>
        {differing.map((name) => (
          <fieldset key={name} className="wi-choice">
            <legend>{t(name)}</legend>
            <RadioButton
              name={`wi-merge-${name}`}
              text={t('theirs', { value: shown(name, conflict.theirs[name]) })}
              wrappingType="Normal"
              checked={chosen[name] === conflict.theirs[name]}
              onChange={() => setChosen({ ...chosen, [name]: conflict.theirs[name] })}
            />
            <RadioButton
              name={`wi-merge-${name}`}
              text={t('mine', { value: shown(name, mine[name]) })}
              wrappingType="Normal"
              checked={chosen[name] === mine[name]}
              onChange={() => setChosen({ ...chosen, [name]: mine[name] })}
            />
          </fieldset>
        ))}
      </div>
    </DialogFrame>
  );
}
