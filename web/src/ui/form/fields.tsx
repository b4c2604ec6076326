import { useId, type ReactNode } from 'react';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Input, type InputPropTypes } from '@ui5/webcomponents-react/Input';
import { Label } from '@ui5/webcomponents-react/Label';
import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import { SuggestionItem } from '@ui5/webcomponents-react/SuggestionItem';
import { TextArea } from '@ui5/webcomponents-react/TextArea';
import '../ui.css';

export interface Common {
  label: string;
  name?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  /** Below the field, always visible. */
  help?: ReactNode;
  error?: string | undefined;
}

interface TextProps extends Common {
  value: string;
  onChange: (value: string) => void;
  type?: InputPropTypes['type'];
  placeholder?: string;
  /** Why a field is read-only stands in `help`. */
  isReadOnly?: boolean;
  /** Known values to choose from; others may be entered, too. */
  suggestions?: readonly string[];
}

export function Frame({ id, common, children }: { id: string; common: Common; children: ReactNode }) {
  return (
    <div className="ty-field" data-field={common.name}>
      <Label for={id} required={common.isRequired ?? false} showColon wrappingType="Normal">
        {common.label}
      </Label>
      {children}
      {common.error !== undefined && (
        <div className="ty-field-error" role="alert">
          {common.error}
        </div>
      )}
      {common.help !== undefined && <div className="ty-field-help">{common.help}</div>}
    </div>
  );
}

export function TextField(props: TextProps) {
  const { value, onChange, type = 'Text', placeholder, isReadOnly, suggestions = [], ...common } = props;
  const id = useId();
  return (
    <Frame id={id} common={common}>
      <Input
        id={id}
        name={common.name}
        type={type}
        value={value}
        placeholder={placeholder}
        required={common.isRequired ?? false}
        disabled={common.isDisabled ?? false}
        readonly={isReadOnly ?? false}
        valueState={common.error === undefined ? 'None' : 'Negative'}
        valueStateMessage={<div>{common.error}</div>}
        showSuggestions={suggestions.length > 0}
        onInput={(event) => onChange(event.target.value)}
        onChange={(event) => onChange(event.target.value)}
      >
        {suggestions.map((each) => (
          <SuggestionItem key={each} text={each} />
        ))}
      </Input>
    </Frame>
  );
}

export function AreaField({ value, onChange, rows = 3, placeholder, ...common }: TextProps & { rows?: number }) {
  const id = useId();
  return (
    <Frame id={id} common={common}>
      <TextArea
        id={id}
        name={common.name}
        value={value}
        rows={rows}
        growing
        growingMaxRows={12}
        placeholder={placeholder}
        required={common.isRequired ?? false}
        disabled={common.isDisabled ?? false}
        valueState={common.error === undefined ? 'None' : 'Negative'}
        valueStateMessage={<div>{common.error}</div>}
        onInput={(event) => onChange(event.target.value)}
      />
    </Frame>
  );
}

export interface Choice {
  value: string;
  text: string;
  /** At the right of the entry. */
  note?: string;
  icon?: string;
}

interface SelectProps extends Common {
  value: string;
  onChange: (value: string) => void;
  choices: readonly Choice[];
}

/** A dropdown; the empty value is a choice only when it is among the choices. */
export function SelectField({ value, onChange, choices, ...common }: SelectProps) {
  const id = useId();
  const isKnown = choices.some((each) => each.value === value);
  return (
    <Frame id={id} common={common}>
      <Select
        id={id}
        name={common.name}
        value={value}
        required={common.isRequired ?? false}
        disabled={common.isDisabled ?? false}
        valueState={common.error === undefined ? 'None' : 'Negative'}
        valueStateMessage={<div>{common.error}</div>}
        onChange={(event) => onChange(event.detail.selectedOption.value ?? '')}
      >
        {!isKnown && <Option value={value} />}
        {choices.map((each) => (
          <Option key={each.value} value={each.value} additionalText={each.note} icon={each.icon}>
            {each.text}
          </Option>
        ))}
      </Select>
    </Frame>
  );
}

interface CheckProps extends Common {
  value: boolean;
  onChange: (value: boolean) => void;
}

export function CheckField({ value, onChange, label, name, isDisabled, help, error }: CheckProps) {
  return (
    <div className="ty-field" data-field={name}>
      <CheckBox
        text={label}
        name={name}
        checked={value}
        disabled={isDisabled ?? false}
        wrappingType="Normal"
        valueState={error === undefined ? 'None' : 'Negative'}
        onChange={(event) => onChange(event.target.checked)}
      />
      {error !== undefined && (
        <div className="ty-field-error" role="alert">
          {error}
        </div>
      )}
      {help !== undefined && <div className="ty-field-help">{help}</div>}
    </div>
  );
}
