import { useState } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { StatusTag } from '../../../ui/StatusTag';
import type { ItemRef } from '../api';
import type { Gate } from './api';
import { cureOf, gateName } from './gateNames';
import { texts } from './texts';

/** What would stop the promotion, what only warns, and what clears it. Passed ones stand below on demand. */
export function Gates({ place, gates }: { place: ItemRef | undefined; gates: readonly Gate[] }) {
  const t = useTexts(texts);
  const [isOpen, setIsOpen] = useState(false);
  const open = gates.filter(({ verdict }) => verdict !== 'PASS');
  const passed = gates.filter(({ verdict }) => verdict === 'PASS');
  return (
    <section className="ty-panel" aria-labelledby="wi-gates">
      <Title id="wi-gates" level="H2" size="H5">
        {t('gates')}
      </Title>
      <ul className="wi-gates">
        {open.map((gate) => (
          <GateLine key={gate.code} place={place} gate={gate} />
        ))}
        {passed.length > 0 && (
          <li>
            <StatusTag state="PASS" text={t('passed', { count: passed.length })} />
            <button type="button" className="ty-link-button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {t(isOpen ? 'hidePassed' : 'showPassed')}
            </button>
          </li>
        )}
        {isOpen && passed.map((gate) => <GateLine key={gate.code} place={place} gate={gate} />)}
      </ul>
    </section>
  );
}

function GateLine({ place, gate }: { place: ItemRef | undefined; gate: Gate }) {
  const t = useTexts(texts);
  const format = useFormat();
  const cure = gate.verdict === 'PASS' || place === undefined ? undefined : cureOf(gate.code, place.id, t);
  return (
    <li data-gate={gate.code}>
      <StatusTag state={gate.verdict} />
      <div className="wi-grow">
        <span className="wi-name">{gateName(gate.code, t)}</span>
        {gate.message !== '' && <div>{gate.message}</div>}
        {gate.verdict !== 'PASS' && gate.cure !== '' && <div className="wi-cure">{t('clears', { cure: gate.cure })}</div>}
        {gate.until != null && <div>{t('until', { at: format.dateTime(gate.until) })}</div>}
        {gate.verdict === 'STOP' && gate.overridable && <div className="wi-hint">{t('overridable')}</div>}
      </div>
      {cure !== undefined && place !== undefined && <Link to={`/projects/${place.key}/${cure.to}`}>{cure.text}</Link>}
    </li>
  );
}
