import { Title } from '@ui5/webcomponents-react/Title';
import { useTexts } from '../../../lib/i18n/texts';
import type { Plan, PlannedTask } from './api';
import { texts } from './texts';

/** The tasks that will run, stage by stage; those of one group run beside each other. */
export function Tasks({ plan }: { plan: Plan }) {
  const t = useTexts(texts);
  const stages = [...new Set(plan.tasks.map(({ stage }) => stage))];
  if (stages.length === 0) {
    return null;
  }
  return (
    <section className="ty-panel" aria-labelledby="wi-tasks">
      <Title id="wi-tasks" level="H2" size="H5">
        {t('tasks')}
      </Title>
      <div className="wi-stages">
        {stages.map((stage) => (
          <div key={stage} className="wi-stage">
            <Title level="H3" size="H6">
              {t('stage', { stage })}
            </Title>
            <ol>
              {plan.tasks
                .filter((task) => task.stage === stage)
                .map((task) => (
                  <Task key={task.name} task={task} />
                ))}
            </ol>
          </div>
        ))}
      </div>
    </section>
  );
}

function Task({ task }: { task: PlannedTask }) {
  const t = useTexts(texts);
  const { name, kind, note, group } = task;
  return (
    <li>
      <span className="wi-name">{name}</span> {!name.startsWith(kind) && <span className="wi-hint">{kind}</span>}
      {group != null && <span className="wi-hint"> · {t('beside', { group })}</span>}
      {note !== '' && <div className="wi-hint">{note}</div>}
    </li>
  );
}
