import { useMemo, useState } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { asProblem } from '../../lib/api/problem';
import { connectorName, useConnectors } from '../../lib/connectors';
import { useTexts } from '../../lib/i18n/texts';
import { useMay } from '../../lib/session';
import { ArtifactBrowser, type Folder } from '../../ui/artifacts/ArtifactBrowser';
import { EmptyState } from '../../ui/EmptyState';
import { useTypeName } from '../../ui/environments/types';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { StatusTag } from '../../ui/StatusTag';
import { useEnvironment, type Environment } from './api';
import { CheckDialog } from './parts/CheckDialog';
import { EditDialog } from './parts/EditDialog';
import { EnvironmentFacts } from './parts/EnvironmentFacts';
import { Queue } from './parts/Queue';
import { RemoveDialog } from './parts/RemoveDialog';
import { Uses } from './parts/Uses';
import { texts } from './texts';

const list = '/administration/environments';

/** One environment: its facts, where it is used, what it holds. */
export function EnvironmentPage() {
  const t = useTexts(texts);
  const { id = '' } = useParams();
  const { data: environment, error, refetch } = useEnvironment(id);
  if (environment !== undefined) {
    return <Known key={id} environment={environment} />;
  }
  return (
    <PageBody>
      {error !== null && asProblem(error).status === 404 ? (
        <EmptyState title={t('goneTitle')} action={<Link to={list}>{t('backToList')}</Link>}>
          {t('goneNext')}
        </EmptyState>
      ) : (
        <ProblemMessage problem={error} retry={() => void refetch()} />
      )}
    </PageBody>
  );
}

type Asked = 'test' | 'edit' | 'remove';

function Known({ environment }: { environment: Environment }) {
  const t = useTexts(texts);
  const typeName = useTypeName();
  const connectors = useConnectors();
  const navigate = useNavigate();
  const may = useMay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const canEdit = may('ENVIRONMENTS_EDIT');
  const canBrowse = may('ENVIRONMENTS_BROWSE');
  return (
    <>
      <PageHeader
        title={environment.name}
        subtitle={`${connectorName(connectors, environment.connector)}, ${typeName(environment.type)}`}
        breadcrumbs={<Link to={list}>{t('title')}</Link>}
        tags={<StatusTag state={environment.mode} />}
        actions={
          <>
            {canBrowse && (
              <Button design="Emphasized" onClick={() => setAsked('test')}>
                {t('test')}
              </Button>
            )}
            {canEdit && <Button onClick={() => setAsked('edit')}>{t('edit')}</Button>}
            {canEdit && <Button onClick={() => setAsked('remove')}>{t('remove')}</Button>}
          </>
        }
      />
      <PageBody>
        <div className="ty-panels">
          <EnvironmentFacts environment={environment} />
          <section className="ty-panel">
            <Title level="H2" size="H5">
              {t('whereUsed')}
            </Title>
            {environment.usedBy.length === 0 ? <p>{t('whereUsedNone')}</p> : <Uses uses={environment.usedBy} />}
          </section>
          <Queue environmentId={environment.id} />
        </div>
        {canBrowse && <Content environmentId={environment.id} />}
      </PageBody>
      {asked === 'test' && <CheckDialog environment={environment} onClose={close} />}
      {asked === 'edit' && <EditDialog environment={environment} onClose={close} />}
      {asked === 'remove' && (
        <RemoveDialog environment={environment} onRemoved={() => void navigate(list)} onClose={close} />
      )}
    </>
  );
}

/** The place in the content stands in the address, so that it can be linked to and gone back from. */
function Content({ environmentId }: { environmentId: string }) {
  const t = useTexts(texts);
  const [params, setParams] = useSearchParams();
  const path = useMemo<Folder[]>(() => {
    const names = params.getAll('name');
    return params.getAll('in').map((id, index) => ({ id, name: names[index] ?? id }));
  }, [params]);
  return (
    <>
      <Title level="H2" size="H5">
        {t('content')}
      </Title>
      <ArtifactBrowser
        environmentId={environmentId}
        path={path}
        onOpen={(next) => setParams({ in: next.map(({ id }) => id), name: next.map(({ name }) => name) })}
      />
    </>
  );
}
