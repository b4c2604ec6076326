import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import type { Choice } from '../form/fields';

interface Props {
  label: string;
  /** Empty for all. */
  value: string;
  onChange: (value: string) => void;
  /** What stands there for all. */
  all: string;
  choices: readonly Choice[];
}

/** A filter above a table. */
export function FilterSelect({ label, value, onChange, all, choices }: Props) {
  return (
    <Select
      className="ty-filter"
      accessibleName={label}
      value={value}
      onChange={(event) => onChange(event.detail.selectedOption.value ?? '')}
    >
      <Option value="">{all}</Option>
      {choices.map((each) => (
        <Option key={each.value} value={each.value}>
          {each.text}
        </Option>
      ))}
    </Select>
  );
}
