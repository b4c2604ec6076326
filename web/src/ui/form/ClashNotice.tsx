import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useTexts } from '../../lib/i18n/texts';
import { texts } from '../texts';
import type { VersionedForm } from './useVersionedForm';

interface Props<V extends object> {
  form: VersionedForm<V>;
  /** What a field is called. */
  labels: Readonly<Record<keyof V & string, string>>;
  /** A value in words, when it is not a text. */
  show?: (name: keyof V & string, value: unknown) => string;
}

/** Whose change won, field by field, after somebody else saved first. */
export function ClashNotice<V extends object>({ form, labels, show }: Props<V>) {
  const t = useTexts(texts);
  const { clash } = form;
  if (clash === null) {
    return null;
  }
  return (
    <MessageStrip design="Critical" hideCloseButton>
      {clash.editor !== undefined && <div>{t('clashEditor', { name: clash.editor })}</div>}
      {clash.takenOver.length > 0 && (
        <div>{t('clashTakenOver', { fields: clash.takenOver.map((name) => labels[name]).join(', ') })}</div>
      )}
      {clash.contested.map(({ name, theirs }) => (
        <div key={name} className="ty-row">
          <span>{t('clashContested', { field: labels[name], theirs: show?.(name, theirs) ?? plain(theirs) })}</span>
          <Button design="Transparent" onClick={() => form.takeTheirs(name)}>
            {t('clashTakeTheirs', { field: labels[name] })}
          </Button>
        </div>
      ))}
    </MessageStrip>
  );
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
