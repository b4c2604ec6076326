import { useState } from 'react';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { asProblem } from '../../lib/api/problem';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { usePipeline, useSavePipeline, useSetDefault, type Pipeline } from './api';
import { Conflict } from './parts/Conflict';
import { flawsOf } from './parts/flaws';
import { Workbench } from './parts/Workbench';
import { texts } from './texts';

/** One pipeline: looked at, edited, made the default. */
export function EditorPage() {
  const t = useTexts(texts);
  const { key } = useProject();
  const { pipelineId = '' } = useParams();
  const { data: pipeline, error, refetch } = usePipeline(key, pipelineId);
  if (pipeline === undefined) {
    return error === null ? (
      <BusyIndicator active delay={500} text={t('loading')} />
    ) : (
      <PageBody>
        <ProblemMessage problem={error} retry={() => void refetch()} />
        <Link to="..">{t('title')}</Link>
      </PageBody>
    );
  }
  return <Editor key={pipeline.id} pipeline={pipeline} reread={() => void refetch()} />;
}

/** What the person wrote, and the version that it began from. */
interface Draft {
  text: string;
  base: { version: number; yaml: string };
}

function Editor({ pipeline, reread }: { pipeline: Pipeline; reread: () => void }) {
  const t = useTexts(texts);
  const project = useProject();
  const may = useMay();
  const navigate = useNavigate();
  const start = useLocation().state as { text?: string } | null;
  const [draft, setDraft] = useState<Draft | null>(
    start?.text === undefined ? null : { text: start.text, base: pipeline },
  );
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const save = useSavePipeline(project.key, pipeline.id);
  const setDefault = useSetDefault(project);
  const canEdit = may('PIPELINES_EDIT', project.key) && !project.archived;
  const isDefault = project.defaultPipelineId === pipeline.id;
  const isOvertaken = draft !== null && draft.base.version < pipeline.version;
  const isStale = refusal !== null && asProblem(refusal).code === 'stale';

  function change(text: string) {
    setRefusal(null);
    setDraft((before) => {
      const base = before?.base ?? pipeline;
      return text === base.yaml ? null : { text, base };
    });
  }

  async function store({ text, base }: Draft) {
    setRefusal(null);
    try {
      await save.mutateAsync({ text, version: base.version });
      setDraft(null);
    } catch (thrown) {
      setRefusal(thrown);
      if (asProblem(thrown).code === 'stale') {
        reread();
      }
    }
  }

  return (
    <>
      <PageHeader
        title={pipeline.name}
        subtitle={pipeline.description ?? ''}
        breadcrumbs={<Link to={`/projects/${project.key}/release-pipelines`}>{t('title')}</Link>}
        tags={
          <>
            <Tag design="Neutral" hideStateIcon>{t('versionNumber', { version: pipeline.version })}</Tag>
            {isDefault && <Tag design="Information" hideStateIcon>{t('isDefault')}</Tag>}
            {draft !== null && <Tag design="Critical" hideStateIcon>{t('unsaved')}</Tag>}
          </>
        }
        actions={
          <>
            {canEdit && (
              <Button
                design="Emphasized"
                disabled={draft === null || isOvertaken || save.isPending}
                onClick={() => draft !== null && void store(draft)}
              >
                {t('save')}
              </Button>
            )}
            {draft !== null && (
              <Button
                onClick={() => {
                  setDraft(null);
                  setRefusal(null);
                }}
              >
                {t('discard')}
              </Button>
            )}
            <Button onClick={() => void navigate(`/projects/${project.key}/release-pipelines/${pipeline.id}/versions`)}>
              {t('versions')}
            </Button>
            {!isDefault && may('PROJECT_EDIT', project.key) && !project.archived && (
              <Button onClick={() => setIsChoosing(true)}>{t('setDefault')}</Button>
            )}
          </>
        }
      />
      <PageBody>
        <ProblemMessage problem={isStale ? null : refusal} />
        {isOvertaken && (
          <Conflict
            projectKey={project.key}
            mine={draft.text}
            base={draft.base}
            theirs={pipeline}
            onTake={(text) => {
              setRefusal(null);
              setDraft(text === pipeline.yaml ? null : { text, base: pipeline });
            }}
          />
        )}
        {draft === null &&
          pipeline.warnings.map((each) => (
            <MessageStrip key={each} design="Critical" hideCloseButton>
              {each}
            </MessageStrip>
          ))}
        <Workbench
          projectKey={project.key}
          text={draft?.text ?? pipeline.yaml}
          refused={flawsOf(isStale ? null : refusal)}
          onChange={canEdit ? change : undefined}
        />
      </PageBody>
      <UnsavedGuard when={draft !== null} />
      {isChoosing && (
        <ConfirmDialog
          title={t('setDefaultTitle', { name: pipeline.name })}
          confirm={t('setDefault')}
          onConfirm={() => setDefault.mutateAsync(pipeline.id)}
          onClose={() => setIsChoosing(false)}
        >
          {t('setDefaultText')}
        </ConfirmDialog>
      )}
    </>
  );
}
