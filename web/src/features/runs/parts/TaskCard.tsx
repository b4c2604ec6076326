import type { ReactNode } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { CopyButton } from '../../../ui/CopyButton';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import { TaskActions } from '../actions/TaskActions';
import type { Run, Task } from '../api';
import { texts } from '../texts';
import { Duration } from './Duration';
import { EvidenceLinks } from './EvidenceLinks';
import { useWords } from './words';

interface Props {
  run: Run;
  task: Task;
}

/** One task: how it stands, what it says, what shows it, what may be done now. */
export function TaskCard({ run, task }: Props) {
  const t = useTexts(texts);
  const words = useWords();
  const kind = words.kind(task.kind);
  return (
    <article className="ty-task" data-task={task.name} data-state={task.state} aria-label={task.name}>
      <div className="ty-task-head">
        <Title level="H3" size="H6" wrappingType="Normal">
          {task.name}
        </Title>
        <span className="ty-task-kind">
          {[kind, ...(task.group == null ? [] : [t('parallel', { group: task.group })])].join(' · ')}
        </span>
        <StatusTag
          state={task.state}
          {...(task.state === 'WAITING' && task.waitingFor != null ? { text: words.waits(task.waitingFor) } : {})}
        />
      </div>
      <dl className="ty-task-facts">
        {task.assignees.length > 0 && (
          <Fact label={t('assignees')}>{task.assignees.map(words.assignee).join(', ')}</Fact>
        )}
        {task.startedAt != null && (
          <Fact label={t('started')}>
            <RelativeTime at={task.startedAt} />
          </Fact>
        )}
        {task.endedAt != null && (
          <Fact label={t('ended')}>
            <RelativeTime at={task.endedAt} /> (<Duration from={task.startedAt} to={task.endedAt} />)
          </Fact>
        )}
        {task.ahead != null && (
          <Fact label={t('ahead')}>
            <Link to={`/projects/${task.ahead.project}/pipeline-activity/${task.ahead.runId}`}>
              {t('aheadRun', { item: task.ahead.carried })}
            </Link>
          </Fact>
        )}
        {task.attempt > 1 && <Fact label={t('attempts')}>{task.attempt}</Fact>}
        <EvidenceLinks run={run.id} documents={task.evidence} />
      </dl>
      {task.message !== '' && <p className="ty-task-message">{task.message}</p>}
      <Decisions task={task} />
      {task.hook != null && <HookHelp path={task.hook.path} token={task.hook.token} />}
      <TaskActions run={run} task={task} />
    </article>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Decisions({ task }: { task: Task }) {
  const t = useTexts(texts);
  const words = useWords();
  if (task.decisions.length === 0) {
    return null;
  }
  return (
    <ul className="ty-task-decisions" aria-label={t('decisions')}>
      {task.decisions.map((each) => (
        <li key={`${each.by}${each.at}${each.verdict}`}>
          <strong>{words.decided(each.verdict, each.by)}</strong> <RelativeTime at={each.at} />
          {each.message !== '' && <q>{each.message}</q>}
        </li>
      ))}
    </ul>
  );
}

function HookHelp({ path, token }: { path: string; token: string }) {
  const t = useTexts(texts);
  const address = globalThis.location.origin + path;
  return (
    <div className="ty-task-hook">
      <span>{t('hook')}</span>
      <code className="ty-code">POST {address}</code>
      <div className="ty-row">
        <CopyButton text={address} label={t('copyAddress')} />
        <CopyButton text={token} label={t('copyToken')} />
      </div>
    </div>
  );
}
