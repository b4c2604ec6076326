import { useEffect, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link, useNavigate } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { useCreatePipeline, usePipelines, useTemplates } from './api';
import { flawsOf } from './parts/flaws';
import { Workbench } from './parts/Workbench';
import { texts } from './texts';
import './pipelines.css';

const emptyPipeline = 'name: new-pipeline\nstages:\n  - name: QA\n    tasks:\n      - build: {}\n';

/** A new pipeline: from a template, from one that the project has, or from nothing. */
export function NewPipelinePage() {
  const t = useTexts(texts);
  const project = useProject();
  const navigate = useNavigate();
  const create = useCreatePipeline(project.key);
  const [text, setText] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);

  const created = create.data?.id;
  // Not before it is rendered: the guard of unsaved changes would ask.
  useEffect(() => {
    if (created !== undefined) {
      void navigate(`/projects/${project.key}/release-pipelines/${created}`, { replace: true });
    }
  }, [created, navigate, project.key]);

  function change(next: string | null) {
    setText(next);
    setRefusal(null);
  }

  async function save(yaml: string) {
    setRefusal(null);
    try {
      await create.mutateAsync(yaml);
    } catch (thrown) {
      setRefusal(thrown);
    }
  }

  return (
    <>
      <PageHeader
        title={t('newTitle')}
        subtitle={t(text === null ? 'newSubtitle' : 'editSubtitle')}
        breadcrumbs={<Link to={`/projects/${project.key}/release-pipelines`}>{t('title')}</Link>}
        actions={
          text !== null && (
            <>
              <Button design="Emphasized" disabled={create.isPending} onClick={() => void save(text)}>
                {t('create')}
              </Button>
              <Button design="Transparent" onClick={() => change(null)}>
                {t('otherStart')}
              </Button>
            </>
          )
        }
      />
      <PageBody>
        <ProblemMessage problem={refusal} />
        {text === null ? (
          <Starts projectKey={project.key} onStart={change} />
        ) : (
          <Workbench projectKey={project.key} text={text} refused={flawsOf(refusal)} onChange={change} />
        )}
      </PageBody>
      <UnsavedGuard when={text !== null && created === undefined} />
    </>
  );
}

function Starts({ projectKey, onStart }: { projectKey: string; onStart: (yaml: string) => void }) {
  const t = useTexts(texts);
  const templates = useTemplates();
  const pipelines = usePipelines(projectKey);
  const starts = [
    ...(templates.items ?? []).map((each) => ({ ...each, kind: t('template') })),
    ...(pipelines.items ?? []).map(({ name, description, yaml }) => ({
      name,
      description: description ?? '',
      yaml: yaml.replace(/^name: .*$/m, `name: ${name}-copy`),
      kind: t('copyOf'),
    })),
    { name: t('emptyStart'), description: t('emptyStartText'), yaml: emptyPipeline, kind: '' },
  ];
  return (
    <>
      <ProblemMessage problem={templates.problem} retry={templates.retry} />
      <ul className="ty-pipe-starts">
        {starts.map(({ name, description, yaml, kind }) => (
          <li key={`${kind} ${name}`} className="ty-panel">
            <span className="ty-pipe-task-kind">{kind}</span>
            <Title level="H2" size="H5" wrappingType="Normal">
              {name}
            </Title>
            <p>{description}</p>
            <Button accessibleName={`${t('startHere')}: ${kind} ${name}`} onClick={() => onStart(yaml)}>
              {t('startHere')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
