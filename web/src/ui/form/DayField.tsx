import { useId } from 'react';
import { DatePicker } from '@ui5/webcomponents-react/DatePicker';
import { Frame } from './fields';

interface Props {
  label: string;
  name: string;
  value: string;
  help?: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}

/** A day as the API writes it. */
export function DayField({ value, onChange, ...common }: Props) {
  const id = useId();
  return (
    <Frame id={id} common={common}>
      <DatePicker
        id={id}
        name={common.name}
        value={value}
        valueFormat="yyyy-MM-dd"
        displayFormat="medium"
        valueState={common.error === undefined ? 'None' : 'Negative'}
        onChange={(event) => onChange(event.detail.value)}
      />
    </Frame>
  );
}
