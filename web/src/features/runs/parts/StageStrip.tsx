import { useTexts } from '../../../lib/i18n/texts';
import { StatusTag } from '../../../ui/StatusTag';
import type { Stage, Task } from '../api';
import { texts } from '../texts';

interface Props {
  stages: readonly Stage[];
  chosen: string;
  onChoose: (stage: string) => void;
}

/** The stages in their order with states and counts; one is chosen. */
export function StageStrip({ stages, chosen, onChoose }: Props) {
  const t = useTexts(texts);
  return (
    <nav aria-label={t('stages')}>
      <ol className="ty-stages">
        {stages.map((stage) => (
          <li key={stage.name}>
            <button
              type="button"
              className="ty-stage"
              data-state={stage.state}
              aria-current={stage.name === chosen ? 'step' : undefined}
              onClick={() => onChoose(stage.name)}
            >
              <StatusTag state={stage.state} of={stage.name} />
              <Counts tasks={stage.tasks} />
              <span className="ty-stage-bar" aria-hidden="true">
                <span style={{ width: `${(100 * passed(stage.tasks)) / Math.max(1, stage.tasks.length)}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Counts({ tasks }: { tasks: readonly Task[] }) {
  const t = useTexts(texts);
  const count = (...states: string[]) => tasks.filter(({ state }) => states.includes(state)).length;
  const failed = count('REFUSED', 'BROKEN');
  const waiting = count('WAITING');
  const running = count('RUNNING');
  return (
    <span className="ty-stage-counts">
      {[
        t('stageCounts', { done: passed(tasks), total: tasks.length }),
        ...(failed > 0 ? [t('stageFailed', { count: failed })] : []),
        ...(waiting > 0 ? [t('stageWaiting', { count: waiting })] : []),
        ...(running > 0 ? [t('stageRunning', { count: running })] : []),
      ].join(' · ')}
    </span>
  );
}

function passed(tasks: readonly Task[]): number {
  return tasks.filter(({ state }) => state === 'DONE' || state === 'SKIPPED' || state === 'NOT_APPLICABLE').length;
}
