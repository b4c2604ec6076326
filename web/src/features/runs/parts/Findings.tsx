import { useTexts } from '../../../lib/i18n/texts';
import { StatusTag } from '../../../ui/StatusTag';
import { texts } from '../texts';

export interface Finding {
  check: string;
  severity: string;
  place: string;
  message: string;
  cure: string;
}

/** The findings of a validation report; undefined when the document is none. */
export function findingsIn(name: string, text: string): Finding[] | undefined {
  if (!name.endsWith('.json')) {
    return undefined;
  }
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) && read.every(isFinding) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isFinding(value: unknown): value is Finding {
  return typeof value === 'object' && value !== null && 'severity' in value && 'message' in value;
}

export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useTexts(texts);
  if (findings.length === 0) {
    return <p>{t('noFindings')}</p>;
  }
  return (
    <ul className="ty-findings">
      {findings.map((each, index) => (
        <li key={index}>
          <div className="ty-row">
            <StatusTag state={each.severity} />
            <strong>{each.place}</strong>
            <span className="ty-task-kind">{each.check}</span>
          </div>
          <div>{each.message}</div>
          {each.cure !== '' && (
            <div className="ty-task-kind">
              {t('cure')}: {each.cure}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
