import { useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link, useParams, useSearchParams } from 'react-router';
import { download } from '../../lib/api/download';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { RelativeTime } from '../../ui/RelativeTime';
import { StatusTag } from '../../ui/StatusTag';
import { Irreversible } from './actions/Irreversible';
import { useAbort, useRun, useWorkItem, type Run } from './api';
import { Bypasses } from './parts/Bypasses';
import { History } from './parts/History';
import { OtherRuns } from './parts/OtherRuns';
import { RunSkeleton } from './parts/RunSkeleton';
import { StageStrip } from './parts/StageStrip';
import { TaskCard } from './parts/TaskCard';
import { texts } from './texts';
import './runs.css';

/** One run: its stages, the tasks of the chosen one, and what may be done now. Live. */
export function RunPage() {
  const t = useTexts(texts);
  const { runId = '' } = useParams();
  const { data: run, error, refetch } = useRun(runId);
  if (run !== undefined) {
    return <Shown run={run} />;
  }
  return (
    <>
      <PageHeader title={t('title')} />
      <PageBody>
        {error === null ? <RunSkeleton /> : <ProblemMessage problem={error} retry={() => void refetch()} />}
      </PageBody>
    </>
  );
}

/** What goes: the release package, or the work item by itself. */
function carrier(run: Run): string {
  return run.releasePackage?.name ?? run.workItemId;
}

function carrierPath({ project, releasePackage, workItemId }: Run): string {
  return releasePackage == null
    ? `/projects/${project}/user-stories/${workItemId}`
    : `/projects/${project}/release-packages/${releasePackage.id}`;
}

function Shown({ run }: { run: Run }) {
  const t = useTexts(texts);
  const { key } = useProject();
  const [search, setSearch] = useSearchParams();
  const { data: item } = useWorkItem(key, run.workItemId);
  const chosen = run.stages.find(({ name }) => name === search.get('stage')) ?? current(run);
  const base = `/projects/${key}/pipeline-activity`;
  const itemPath = carrierPath(run);
  return (
    <>
      <PageHeader
        title={t('runTitle', {
          item: carrier(run),
          summary: run.releasePackage == null ? (item?.title ?? '') : '',
        }).trim()}
        breadcrumbs={
          <nav className="ty-crumbs" aria-label={t('title')}>
            <Link to={base}>{t('title')}</Link>
            <Link to={itemPath}>{carrier(run)}</Link>
          </nav>
        }
        tags={
          <>
            <StatusTag state={run.state} of={run.stage === '' ? undefined : run.stage} />
            {run.changeType !== 'NORMAL' && <StatusTag state={run.changeType} />}
          </>
        }
        subtitle={
          <>
            {t('runSubtitle', { candidate: run.candidate, name: run.startedBy })} <RelativeTime at={run.startedAt} />
          </>
        }
        actions={<RunActions run={run} />}
      />
      <PageBody>
        <Notes run={run} base={base} itemPath={itemPath} />
        <StageStrip
          stages={run.stages}
          chosen={chosen?.name ?? ''}
          onChoose={(stage) => setSearch({ ...Object.fromEntries(search), stage }, { replace: true })}
        />
        {chosen !== undefined && (
          <section className="ty-section" aria-live="polite">
            <Title level="H2" size="H5" wrappingType="Normal">
              {t('tasksOf', { stage: chosen.name })}
            </Title>
            <div className="ty-tasks">
              {chosen.tasks.map((task) => (
                <TaskCard key={task.id} run={run} task={task} />
              ))}
            </div>
          </section>
        )}
        <Bypasses run={run} />
        <History run={run} />
        <OtherRuns run={run} />
      </PageBody>
    </>
  );
}

/** The stage at which the run stands. */
function current(run: Run) {
  return run.stages.find(({ name }) => name === run.stage) ?? run.stages[0];
}

interface NotesProps {
  run: Run;
  base: string;
  itemPath: string;
}

/** What one has to know of the run as a whole. */
function Notes({ run, base, itemPath }: NotesProps) {
  const t = useTexts(texts);
  const isForPromotion = run.stages.some(({ tasks }) =>
    tasks.some(({ state, waitingFor }) => state === 'WAITING' && waitingFor === 'promotion'),
  );
  return (
    <>
      {run.releasePackage != null && (
        <MessageStrip hideCloseButton>
          {t('carries')}{' '}
          {run.items.map(({ workItemId, candidate }) => (
            <span key={workItemId}>
              <Link to={`/projects/${run.project}/user-stories/${workItemId}`}>{workItemId}</Link>{' '}
              {t('candidateOf', { candidate })}{' '}
            </span>
          ))}
        </MessageStrip>
      )}
      {run.state === 'SUPERSEDED' && (
        <MessageStrip hideCloseButton>
          {t('superseded')}{' '}
          {run.supersededBy != null && <Link to={`${base}/${run.supersededBy}`}>{t('supersededLink')}</Link>}
        </MessageStrip>
      )}
      {run.state === 'ABORTED' && (
        <MessageStrip hideCloseButton>
          {t('aborted')} <Link to={itemPath}>{t('toItem', { item: carrier(run) })}</Link>
        </MessageStrip>
      )}
      {isForPromotion && (
        <MessageStrip design="Critical" hideCloseButton>
          {t('waitsForPromotion', { stage: run.stage })} <Link to={itemPath}>{t('toItem', { item: carrier(run) })}</Link>
        </MessageStrip>
      )}
    </>
  );
}

function RunActions({ run }: { run: Run }) {
  const t = useTexts(texts);
  const abort = useAbort();
  const [isAborting, setIsAborting] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);

  async function fetchFile(kind: 'report' | 'evidence', ending: string) {
    setBusy(kind);
    setProblem(null);
    try {
      await download(`/api/v1/runs/${run.id}/${kind}`, `${run.workItemId}-${run.candidate}-${kind}.${ending}`);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setBusy(null);
    }
  }

  return (
    <>
      <ProblemMessage problem={problem} />
      <Button loading={busy === 'report'} onClick={() => void fetchFile('report', 'pdf')}>
        {t('report')}
      </Button>
      <Button loading={busy === 'evidence'} onClick={() => void fetchFile('evidence', 'zip')}>
        {t('evidenceZip')}
      </Button>
      {run.actions.includes('abort') && (
        <Button design="Negative" onClick={() => setIsAborting(true)}>
          {t('abort')}
        </Button>
      )}
      {isAborting && (
        <ConfirmDialog
          title={t('abortTitle', { item: run.workItemId })}
          confirm={t('abort')}
          isNegative
          reason="required"
          onConfirm={(reason) => abort.mutateAsync({ run: run.id, reason })}
          onClose={() => setIsAborting(false)}
        >
          <p>{t('abortText')}</p>
          <Irreversible />
        </ConfirmDialog>
      )}
    </>
  );
}
