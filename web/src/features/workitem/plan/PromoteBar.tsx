import { useRef, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { DateTimePicker } from '@ui5/webcomponents-react/DateTimePicker';
import { RadioButton } from '@ui5/webcomponents-react/RadioButton';
import { Title } from '@ui5/webcomponents-react/Title';
import { useNavigate } from 'react-router';
import { asProblem } from '../../../lib/api/problem';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { useMay } from '../../../lib/session';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import type { ItemRef } from '../api';
import { usePromote, type ChangeType, type Order, type Plan } from './api';
import { gateName } from './gateNames';
import { newKey } from './idempotency';
import { texts } from './texts';

interface Props {
  place: ItemRef;
  /** Promotes this release package instead of the item. */
  packageId?: string;
  plan: Plan;
  /** Of a new run; null leaves it to the pipeline. */
  changeType?: ChangeType | null;
  isReading: boolean;
  /** The plan that was shown is no longer true. */
  onOutdated: () => Promise<void>;
}

/** Refusals that say: look at the plan again. */
const outdated = new Set(['candidate-outdated', 'nothing-to-continue']);

/** When, and the button that does it. */
export function PromoteBar({ place, packageId, plan, changeType = null, isReading, onOutdated }: Props) {
  const t = useTexts(texts);
  const may = useMay();
  const format = useFormat();
  const navigate = useNavigate();
  const promote = usePromote(place, packageId);
  const [when, setWhen] = useState<'now' | 'later' | 'window'>('now');
  const [time, setTime] = useState('');
  const [timeError, setTimeError] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<unknown>(null);
  const [isOverriding, setIsOverriding] = useState(false);
  const sent = useRef<{ text: string; key: string } | null>(null);
  const stops = plan.gates.filter(({ verdict }) => verdict === 'STOP');
  const isStopped = stops.some(({ overridable }) => !overridable);
  const isLater = when === 'later';
  const runId = plan.continues == null ? plan.runId : null;

  /** The same order keeps its key, so that a second press after a lost answer promotes once. */
  function keyOf(order: Order): string {
    const text = JSON.stringify(order);
    if (sent.current?.text !== text) {
      sent.current = { text, key: newKey() };
    }
    return sent.current.key;
  }

  async function send(overrideReason?: string) {
    const notBefore = isLater ? new Date(time).toISOString() : undefined;
    const order: Order = {
      candidate: plan.candidate,
      // What was looked at: the server refuses when it would promote something else.
      digest: plan.digest,
      ...(plan.continues == null ? {} : { continues: plan.continues }),
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(changeType === null || plan.continues != null ? {} : { changeType }),
      ...(when === 'window' ? { window: 'next' } : {}),
      ...(overrideReason === undefined ? {} : { overrideReason }),
    };
    try {
      const run = await promote.mutateAsync({ order, idempotencyKey: keyOf(order) });
      await navigate(`/projects/${place.key}/pipeline-activity/${run.id}`);
    } catch (thrown) {
      if (!outdated.has(asProblem(thrown).code)) {
        throw thrown;
      }
      await onOutdated();
    }
  }

  async function press() {
    setProblem(null);
    const wrong = isLater ? wrongTime() : undefined;
    setTimeError(wrong);
    if (wrong !== undefined) {
      return;
    }
    if (stops.length > 0) {
      setIsOverriding(true);
      return;
    }
    try {
      await send();
    } catch (thrown) {
      setProblem(thrown);
    }
  }

  function wrongTime(): string | undefined {
    const at = Date.parse(time);
    if (Number.isNaN(at)) {
      return t('timeMissing');
    }
    return at <= Date.now() ? t('timePast') : undefined;
  }

  if (!may('PROMOTE', place.key)) {
    return <p className="wi-hint">{t('mayNotPromote')}</p>;
  }
  if (runId != null) {
    return (
      <div className="wi-promote ty-row">
        <span className="wi-hint wi-grow">{t('underWay')}</span>
        <Button
          design="Emphasized"
          onClick={() => void navigate(`/projects/${place.key}/pipeline-activity/${runId}`)}
        >
          {t('toRun')}
        </Button>
      </div>
    );
  }
  return (
    <section className="wi-promote" aria-labelledby="wi-when">
      <Title id="wi-when" level="H2" size="H5">
        {t('when')}
      </Title>
      <ProblemMessage problem={problem} />
      <div className="wi-promote-row">
        <div role="radiogroup" aria-labelledby="wi-when" className="wi-when">
          <RadioButton name="wi-when" text={t('now')} checked={when === 'now'} onChange={() => setWhen('now')} />
          <RadioButton name="wi-when" text={t('later')} checked={isLater} onChange={() => setWhen('later')} />
          {plan.nextWindow != null && (
            <RadioButton
              name="wi-when"
              text={t('nextWindow', { at: format.dateTime(plan.nextWindow) })}
              checked={when === 'window'}
              onChange={() => setWhen('window')}
            />
          )}
        </div>
        {isLater && (
          <div className="wi-time">
            <DateTimePicker
              accessibleName={t('notBefore')}
              value={time}
              valueFormat="yyyy-MM-dd'T'HH:mm"
              valueState={timeError === undefined ? 'None' : 'Negative'}
              onChange={(event) => {
                setTime(event.detail.value);
                setTimeError(undefined);
              }}
            />
            {timeError !== undefined && (
              <div className="ty-field-error" role="alert">
                {timeError}
              </div>
            )}
          </div>
        )}
        <div className="wi-promote-button">
          {isStopped && (
            <span id="wi-stopped" className="wi-stopped">
              {t('stopped', { gates: stops.map(({ code }) => gateName(code, t)).join(', ') })}
            </span>
          )}
          <Button
            design="Emphasized"
            loading={promote.isPending}
            disabled={isStopped || isReading || promote.isPending}
            accessibleDescription={isStopped ? t('stopped', { gates: '' }) : undefined}
            onClick={() => void press()}
          >
            {t('promote')}
          </Button>
        </div>
      </div>
      {isOverriding && (
        <ConfirmDialog
          title={t('overrideTitle')}
          confirm={t('promote')}
          isNegative
          reason="required"
          onConfirm={send}
          onClose={() => setIsOverriding(false)}
        >
          <ul className="wi-strip-list">
            {stops.map(({ code, message }) => (
              <li key={code}>
                <span className="wi-name">{gateName(code, t)}</span>: {message}
              </li>
            ))}
          </ul>
          <p>{t('overrideText')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
