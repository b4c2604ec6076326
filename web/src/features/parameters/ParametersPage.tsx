import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, data } from '../../lib/api/client';
import { useConnectors } from '../../lib/connectors';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { ArtifactBrowser, type Folder } from '../../ui/artifacts/ArtifactBrowser';
import { ConfigureDialog } from '../../ui/configure/ConfigureDialog';
import { EmptyState } from '../../ui/EmptyState';
import { SelectField } from '../../ui/form/fields';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { texts } from './texts';

/** Project Settings > Parameters. Source, folder and artifact stand in the address. */
export function ParametersPage() {
  const t = useTexts(texts);
  const { key } = useProject();
  const canEdit = useMay()('WORK_ITEMS_EDIT', key);
  const [params, setParams] = useSearchParams();
  const connectors = useConnectors();
  const environments = useQuery({
    queryKey: ['environments', 'of-project', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/environments', { params: { path: { key } } })),
  });
  const sources = environments.data?.items.filter(
    ({ source, connector }) =>
      source && connectors?.find(({ id }) => id === connector)?.capabilities.includes('parameter-source') === true,
  );
  const source = sources?.find(({ id }) => id === params.get('source')) ?? sources?.[0];
  const path = useMemo<Folder[]>(() => {
    const names = params.getAll('name');
    return params.getAll('in').map((id, index) => ({ id, name: names[index] ?? id }));
  }, [params]);
  const artifact = params.get('artifact');

  function choose(id: string | null, name = '') {
    setParams((before) => {
      const next = new URLSearchParams(before);
      next.delete('artifact');
      next.delete('title');
      if (id !== null) {
        next.set('artifact', id);
        next.set('title', name);
      }
      return next;
    });
  }

  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PageBody>
        <ProblemMessage problem={environments.error} retry={() => void environments.refetch()} />
        {connectors !== undefined && sources?.length === 0 && (
          <EmptyState
            title={t('noneTitle')}
            action={<Link to={`/projects/${key}/settings/environments`}>{t('toEnvironments')}</Link>}
          >
            {t('noneNext')}
          </EmptyState>
        )}
        {source !== undefined && (
          <>
            {sources !== undefined && sources.length > 1 && (
              <SelectField
                label={t('source')}
                value={source.id}
                choices={sources.map(({ id, name }) => ({ value: id, text: name }))}
                onChange={(id) => setParams({ source: id })}
              />
            )}
            <ArtifactBrowser
              key={source.id}
              environmentId={source.id}
              path={path}
              onOpen={(next) =>
                setParams({ source: source.id, in: next.map(({ id }) => id), name: next.map(({ name }) => name) })
              }
              onChoose={({ id, name }) => choose(id, name)}
              choose={t('configure')}
            />
          </>
        )}
      </PageBody>
      {artifact !== null && source !== undefined && (
        <ConfigureDialog
          projectKey={key}
          artifactId={artifact}
          name={params.get('title') ?? artifact}
          environments={(environments.data?.items ?? []).filter(({ connector }) => connector === source.connector)}
          canEdit={canEdit}
          onClose={() => choose(null)}
        />
      )}
    </>
  );
}
