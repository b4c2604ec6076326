import { Button } from '@ui5/webcomponents-react/Button';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useFormat } from '../../lib/i18n/format';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { SelectField } from '../../ui/form/fields';
import { usePipeline, useVersions } from './api';
import { DiffTable } from './parts/DiffTable';
import { texts } from './texts';

/** The versions of a pipeline, any two of them compared; which two stands in the address. */
export function VersionsPage() {
  const t = useTexts(texts);
  const format = useFormat();
  const { key, archived } = useProject();
  const may = useMay();
  const navigate = useNavigate();
  const { pipelineId = '' } = useParams();
  const [query, setQuery] = useSearchParams();
  const { data: pipeline } = usePipeline(key, pipelineId);
  const { items, problem, retry } = useVersions(key, pipelineId);
  const editor = `/projects/${key}/release-pipelines/${pipelineId}`;
  const to = items?.find(({ version }) => String(version) === query.get('to')) ?? items?.[0];
  const from =
    items?.find(({ version }) => String(version) === query.get('from')) ??
    items?.find(({ version }) => to !== undefined && version === to.version - 1);
  const choices = (items ?? []).map(({ version, createdBy, createdAt }) => ({
    value: String(version),
    text: t('versionBy', { version, name: createdBy, time: format.dateTime(createdAt) }),
  }));

  function compare(change: { from?: string; to?: string }) {
    setQuery({ from: String(from?.version ?? ''), to: String(to?.version ?? ''), ...change }, { replace: true });
  }

  const canReuse = may('PIPELINES_EDIT', key) && !archived && to !== undefined && to !== items?.[0];
  return (
    <>
      <PageHeader
        title={pipeline === undefined ? t('versions') : t('versionsOf', { name: pipeline.name })}
        subtitle={t('versionsHelp')}
        breadcrumbs={
          <span className="ty-row">
            <Link to={`/projects/${key}/release-pipelines`}>{t('title')}</Link>
            <span aria-hidden>/</span>
            <Link to={editor}>{pipeline?.name ?? pipelineId}</Link>
          </span>
        }
        actions={
          canReuse && (
            <Button onClick={() => void navigate(editor, { state: { text: to.yaml } })}>
              {t('reuse', { version: to.version })}
            </Button>
          )
        }
      />
      <PageBody>
        <ProblemMessage problem={problem} retry={retry} />
        {to !== undefined && (
          <section className="ty-panel ty-form">
            {from === undefined ? (
              <p>{t('onlyVersion', { name: to.createdBy, time: format.dateTime(to.createdAt) })}</p>
            ) : (
              <>
                <div className="ty-form-columns">
                  <SelectField
                    label={t('from')}
                    value={String(from.version)}
                    choices={choices}
                    onChange={(version) => compare({ from: version })}
                  />
                  <SelectField
                    label={t('to')}
                    value={String(to.version)}
                    choices={choices}
                    onChange={(version) => compare({ to: version })}
                  />
                </div>
                <DiffTable label={t('difference')} before={from.yaml} after={to.yaml} />
              </>
            )}
          </section>
        )}
      </PageBody>
    </>
  );
}
