import { useId, useState } from 'react';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { MultiInput } from '@ui5/webcomponents-react/MultiInput';
import { SuggestionItem } from '@ui5/webcomponents-react/SuggestionItem';
import { Token } from '@ui5/webcomponents-react/Token';
import { useTexts } from '../../lib/i18n/texts';
import { texts } from '../texts';
import { AreaField, Frame, type Common } from './fields';

interface ListProps extends Common {
  value: readonly string[];
  onChange: (value: string[]) => void;
  suggestions?: readonly string[];
}

/** Of no form: Enter takes a value over, and does not submit what it stands in. */
const noForm = { form: 'none' };

/** Several values as tokens: typed or chosen, each taken over with Enter. */
export function ListField({ value, onChange, suggestions = [], ...common }: ListProps) {
  const id = useId();
  const [draft, setDraft] = useState('');

  function take(text: string) {
    const next = text.trim();
    setDraft('');
    if (next !== '' && !value.includes(next)) {
      onChange([...value, next]);
    }
  }

  return (
    <Frame id={id} common={common}>
      <MultiInput
        {...noForm}
        id={id}
        name={common.name}
        value={draft}
        required={common.isRequired ?? false}
        disabled={common.isDisabled ?? false}
        valueState={common.error === undefined ? 'None' : 'Negative'}
        showSuggestions={suggestions.length > 0}
        tokens={value.map((each) => (
          <Token key={each} text={each} />
        ))}
        onInput={(event) => setDraft(event.target.value)}
        onChange={(event) => take(event.target.value)}
        onTokenDelete={(event) => {
          const gone = new Set(event.detail.tokens.map((token) => token.text));
          onChange(value.filter((each) => !gone.has(each)));
        }}
      >
        {suggestions
          .filter((each) => !value.includes(each))
          .map((each) => (
            <SuggestionItem key={each} text={each} />
          ))}
      </MultiInput>
    </Frame>
  );
}

interface ChoicesProps extends Common {
  value: readonly string[];
  choices: readonly string[];
  onChange: (value: string[]) => void;
}

/** Any number of a few fixed values, kept in their order. */
export function ChoicesField({ value, choices, onChange, label, name, isDisabled, help, error }: ChoicesProps) {
  return (
    <fieldset className="ty-field ty-choices" data-field={name}>
      <legend>{`${label}:`}</legend>
      <div className="ty-choices-list">
        {choices.map((each) => (
          <CheckBox
            key={each}
            text={each}
            checked={value.includes(each)}
            disabled={isDisabled ?? false}
            onChange={(event) => {
              const isChosen = event.target.checked;
              onChange(choices.filter((other) => (other === each ? isChosen : value.includes(other))));
            }}
          />
        ))}
      </div>
      {error !== undefined && (
        <div className="ty-field-error" role="alert">
          {error}
        </div>
      )}
      {help !== undefined && <div className="ty-field-help">{help}</div>}
    </fieldset>
  );
}

interface JsonProps extends Common {
  value: unknown;
  onChange: (value: unknown) => void;
}

/** A value of any shape, as JSON; handed on while it can be read. */
export function JsonField({ value, onChange, ...common }: JsonProps) {
  const t = useTexts(texts);
  const [text, setText] = useState(value === undefined ? '' : JSON.stringify(value, null, 2));
  const [isBroken, setIsBroken] = useState(false);

  function change(next: string) {
    setText(next);
    try {
      onChange(next.trim() === '' ? undefined : (JSON.parse(next) as unknown));
      setIsBroken(false);
    } catch {
      setIsBroken(true);
    }
  }

  return <AreaField {...common} value={text} onChange={change} error={isBroken ? t('noJson') : common.error} />;
}
