import { useId } from 'react';
import { DateTimePicker } from '@ui5/webcomponents-react/DateTimePicker';
import { Frame, type Common } from './fields';

interface Props extends Common {
  value: string;
  onChange: (value: string) => void;
}

/** A day with its time, as `2026-11-23T08:00`, in whatever time zone the form is about. */
export function TimeField({ value, onChange, ...common }: Props) {
  const id = useId();
  return (
    <Frame id={id} common={common}>
      <DateTimePicker
        id={id}
        accessibleName={common.label}
        value={value}
        valueFormat="yyyy-MM-dd'T'HH:mm"
        valueState={common.error === undefined ? 'None' : 'Negative'}
        onChange={(event) => onChange(event.detail.value)}
      />
    </Frame>
  );
}
