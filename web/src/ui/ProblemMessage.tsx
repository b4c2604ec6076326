import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { asProblem } from '../lib/api/problem';
import { useTexts } from '../lib/i18n/texts';
import { texts } from './texts';
import './ui.css';

interface Props {
  /** What was thrown; nothing is shown for null. */
  problem: unknown;
  /** Names of fields whose messages stand at the fields already. */
  besides?: readonly string[];
  retry?: (() => void) | undefined;
}

/** A refusal with its cause and what to do next, read out when it appears. */
export function ProblemMessage({ problem, besides = [], retry }: Props) {
  const t = useTexts(texts);
  if (problem === null || problem === undefined) {
    return null;
  }
  const { code, message, fields, more } = asProblem(problem);
  const others = fields.filter((each) => !besides.includes(each.field) && each.message !== message);
  const incident = more['incident'];
  const text =
    code === 'unreachable' ? t('problemUnreachable') : code === 'stale' ? `${t('problemStale')} ${message}` : message;
  return (
    <div role="alert" className="ty-problem" data-code={code}>
      <MessageStrip design="Negative" hideCloseButton>
        {text}
        {others.map((each) => (
          <div key={each.field + each.message}>{each.message}</div>
        ))}
        {typeof incident === 'string' && <div>{t('problemIncident', { incident })}</div>}
      </MessageStrip>
      {retry !== undefined && <Button onClick={retry}>{t('retry')}</Button>}
    </div>
  );
}
