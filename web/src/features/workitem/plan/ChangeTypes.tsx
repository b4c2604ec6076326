import { useTexts } from '../../../lib/i18n/texts';
import { SelectField } from '../../../ui/form/fields';
import type { ChangeType, Plan } from './api';
import { texts } from './texts';

interface Props {
  plan: Plan;
  /** As chosen; null for the usual one of the pipeline. */
  type: ChangeType | null;
  onChange: (type: ChangeType) => void;
}

/** What kind of change it is, where the pipeline takes more than the usual one; the plan follows. */
export function ChangeTypes({ plan, type, onChange }: Props) {
  const t = useTexts(texts);
  const accepted = plan.pipeline?.changeTypes ?? ['NORMAL'];
  const shown = type ?? (accepted.includes('NORMAL') ? 'NORMAL' : (accepted[0] ?? 'NORMAL'));
  if (plan.runId != null || accepted.every((each) => each === 'NORMAL')) {
    return null;
  }
  return (
    <SelectField
      label={t('changeType')}
      help={shown === 'EMERGENCY' ? t('emergencyHelp') : undefined}
      value={shown}
      choices={accepted.map((value) => ({ value, text: t(`change${value}`) }))}
      onChange={(next) => onChange(next as ChangeType)}
    />
  );
}
