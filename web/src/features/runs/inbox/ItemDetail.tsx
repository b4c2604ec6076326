import '@ui5/webcomponents-icons/dist/nav-back.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import type { InboxItem } from '../../../lib/inbox';
import { useTexts } from '../../../lib/i18n/texts';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import { useRun, useWorkItem, type Run, type Task } from '../api';
import { EvidenceLinks } from '../parts/EvidenceLinks';
import { RunSkeleton } from '../parts/RunSkeleton';
import { TaskCard } from '../parts/TaskCard';
import { useWords } from '../parts/words';
import { Content } from './Content';
import { texts } from './texts';
import { Targets } from './Targets';

interface Props {
  item: InboxItem;
  /** It no longer waits for this person. */
  isOver: boolean;
  onBack: () => void;
}

/** Everything one wants to know before deciding, and the buttons to decide. */
export function ItemDetail({ item, isOver, onBack }: Props) {
  const t = useTexts(texts);
  const { data: run, error, refetch } = useRun(item.runId);
  const { data: story } = useWorkItem(item.project, item.workItemId);
  const task = run?.stages.flatMap(({ tasks }) => tasks).find(({ id }) => id === item.taskId);
  return (
    <>
      <div className="ty-inbox-back">
        <Button icon="nav-back" design="Transparent" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
      <div className="ty-section">
        <Title level="H2" size="H4" wrappingType="Normal">
          {run?.releasePackage == null ? `${item.workItemId} ${story?.title ?? item.title}` : item.title}
        </Title>
        <div className="ty-row">
          {item.changeType !== 'NORMAL' && <StatusTag state={item.changeType} />}
          <Link to={`/projects/${item.project}/pipeline-activity/${item.runId}?stage=${encodeURIComponent(item.stage)}`}>
            {t('openRun')}
          </Link>
          <Link to={`/projects/${item.project}/user-stories/${item.workItemId}`}>
            {t('openItem', { item: item.workItemId })}
          </Link>
          <span className="ty-task-kind">
            {t('waitingSince')} <RelativeTime at={item.since} />
          </span>
        </div>
      </div>
      {item.behalf != null && !isOver && (
        <MessageStrip hideCloseButton>{t('behalfText', { name: item.behalf })}</MessageStrip>
      )}
      {item.changeType === 'EMERGENCY' && item.reason === 'approval' && !isOver && (
        <MessageStrip design="Critical" hideCloseButton>
          {t('emergencyText')}
        </MessageStrip>
      )}
      {item.reason === 'second-person' && !isOver && (
        <MessageStrip design="Critical" hideCloseButton>
          {item.message}
        </MessageStrip>
      )}
      {isOver && item.reason !== 'notice' && <MessageStrip hideCloseButton>{t('gone')}</MessageStrip>}
      {error !== null && <ProblemMessage problem={error} retry={() => void refetch()} />}
      {run === undefined && error === null && <RunSkeleton />}
      {item.reason === 'notice' && <p className="ty-task-message">{item.message}</p>}
      {run !== undefined && task !== undefined && (
        <>
          <div className="ty-tasks" role="status">
            <TaskCard run={run} task={task} />
          </div>
          <Content run={run} item={item} />
          <Targets run={run} item={item} />
          <Before run={run} task={task} />
        </>
      )}
    </>
  );
}

/** What happened in the run so far: documents and decisions of the other tasks. */
function Before({ run, task }: { run: Run; task: Task }) {
  const t = useTexts(texts);
  const words = useWords();
  const others = run.stages.flatMap(({ tasks }) => tasks).filter(({ id }) => id !== task.id);
  const documents = others.flatMap(({ evidence }) => evidence);
  const decided = others.filter(({ decisions }) => decisions.length > 0);
  return (
    <>
      <section className="ty-panel ty-section">
        <Title level="H3" size="H5">
          {t('evidence')}
        </Title>
        {documents.length === 0 ? <p>{t('evidenceNone')}</p> : null}
        <dl className="ty-task-facts">
          {others
            .filter(({ evidence }) => evidence.length > 0)
            .map((each) => (
              <EvidenceLinks key={each.id} run={run.id} documents={each.evidence} label={each.name} />
            ))}
        </dl>
      </section>
      <section className="ty-panel ty-section">
        <Title level="H3" size="H5" wrappingType="Normal">
          {t('earlier')}
        </Title>
        {decided.length === 0 && <p>{t('decisionsNone')}</p>}
        <ul className="ty-task-decisions">
          {decided.flatMap(({ name, decisions }) =>
            decisions.map((each) => (
              <li key={`${name}${each.by}${each.at}`}>
                {name}: <strong>{words.decided(each.verdict, each.by)}</strong> <RelativeTime at={each.at} />
                {each.message !== '' && <q>{each.message}</q>}
              </li>
            )),
          )}
        </ul>
      </section>
    </>
  );
}
