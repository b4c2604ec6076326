import { useTexts } from '../../../lib/i18n/texts';
import { SelectField } from '../../../ui/form/fields';
import type { ChangeType } from './api';
import { texts } from './texts';

interface Props {
  accepted: readonly ChangeType[];
  type: ChangeType;
  onChange: (type: ChangeType) => void;
}

/** What kind of change it is, where the pipeline takes more than one; the plan follows. */
export function ChangeTypes({ accepted, type, onChange }: Props) {
  const t = useTexts(texts);
  return (
    <SelectField
      label={t('changeType')}
      help={type === 'EMERGENCY' ? t('emergencyHelp') : undefined}
      value={type}
      choices={accepted.map((value) => ({ value, text: t(`change${value}`) }))}
      onChange={(next) => onChange(next as ChangeType)}
    />
  );
}
