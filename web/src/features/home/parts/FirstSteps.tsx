import '@ui5/webcomponents-icons/dist/sys-enter-2.js';
import '@ui5/webcomponents-icons/dist/circle-task.js';
import { Icon } from '@ui5/webcomponents-react/Icon';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { texts } from '../texts';
import { useSteps } from './steps';

/** The way of a new project to its first promotion; gone when it has been walked. */
export function FirstSteps({ projectKey }: { projectKey: string }) {
  const t = useTexts(texts);
  const steps = useSteps(projectKey);
  if (steps === undefined || steps.every(({ isDone }) => isDone)) {
    return null;
  }
  const next = steps.find(({ isDone }) => !isDone)?.step;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <section className="ty-panel ty-home-steps" aria-labelledby="first-steps">
      <div className="ty-home-head">
        <Title level="H2" size="H5" id="first-steps">
          {t('steps')}
        </Title>
        <span className="ty-home-note" role="status">
          {t('stepsDone', { done, total: steps.length })}
        </span>
      </div>
      <ol>
        {steps.map(({ step, isDone, to, who }) => (
          <li key={step} data-step={step} data-done={isDone} aria-current={step === next ? 'step' : undefined}>
            <Icon
              name={isDone ? 'sys-enter-2' : 'circle-task'}
              design={isDone ? 'Positive' : step === next ? 'Information' : 'NonInteractive'}
              accessibleName={t(isDone ? 'stepDone' : 'stepOpen')}
              mode="Image"
            />
            <div>
              {who === undefined ? <Link to={to}>{t(`step_${step}`)}</Link> : <span>{t(`step_${step}`)}</span>}
              <div className="ty-home-note">{t(`stepText_${step}`)}</div>
              {!isDone && who !== undefined && <div className="ty-home-note">{t(`stepWho_${toKey(who)}`)}</div>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function toKey(who: 'admin' | 'project-admin' | 'developer') {
  return who === 'project-admin' ? 'projectAdmin' : who;
}
