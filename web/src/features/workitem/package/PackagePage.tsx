import { useState } from 'react';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link, useNavigate, useParams } from 'react-router';
import { asProblem } from '../../../lib/api/problem';
import { useTexts } from '../../../lib/i18n/texts';
import { useProject } from '../../../lib/project';
import { useMay } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { PageBody, PageHeader } from '../../../ui/PageHeader';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { StatusTag } from '../../../ui/StatusTag';
import { Changes } from '../plan/Changes';
import { Gates } from '../plan/Gates';
import type { ChangeType } from '../plan/api';
import { ChangeTypes } from '../plan/ChangeTypes';
import { PromoteBar } from '../plan/PromoteBar';
import { Tasks } from '../plan/Tasks';
import '../workitem.css';
import { useChangePackage, usePackage, usePackagePlan, type Package } from './api';
import { EditPackageDialog } from './EditPackageDialog';
import { texts } from './texts';

/** A release package: its items in their order, and what Promote would do with all of them. */
export function PackagePage() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { packageId = '' } = useParams();
  const { key } = useProject();
  const found = usePackage(key, packageId);
  if (found.data !== undefined) {
    return <Shown projectKey={key} packed={found.data} />;
  }
  if (found.error === null) {
    return (
      <div className="wi-loading">
        <BusyIndicator active />
      </div>
    );
  }
  return asProblem(found.error).status === 404 ? (
    <EmptyState
      title={t('missing')}
      action={
        <Button design="Emphasized" onClick={() => void navigate(`/projects/${key}/releases`)}>
          {t('toReleases')}
        </Button>
      }
    >
      {t('missingText')}
    </EmptyState>
  ) : (
    <PageBody>
      <ProblemMessage problem={found.error} retry={() => void found.refetch()} />
    </PageBody>
  );
}

function Shown({ projectKey, packed }: { projectKey: string; packed: Package }) {
  const t = useTexts(texts);
  const may = useMay();
  const { archived } = useProject();
  const [changeType, setChangeType] = useState<ChangeType | null>(null);
  const plan = usePackagePlan(projectKey, packed.id, packed.version, changeType);
  const change = useChangePackage(projectKey, packed);
  const [isEditing, setIsEditing] = useState(false);
  const canEdit = may('RELEASES_EDIT', projectKey) && !archived;
  const place = { key: projectKey, id: packed.workItemIds[0] ?? '' };

  async function readAgain() {
    await plan.refetch();
  }

  return (
    <>
      <PageHeader
        breadcrumbs={<Link to={back(projectKey, packed)}>{t('toReleases')}</Link>}
        title={packed.name}
        subtitle={t('subtitle', { count: packed.workItemIds.length, by: packed.createdBy })}
        tags={packed.archived ? <StatusTag state="ARCHIVED" /> : undefined}
        actions={
          <>
            <Button design="Transparent" disabled={plan.isFetching} onClick={() => void readAgain()}>
              {t('readAgain')}
            </Button>
            {canEdit && packed.archived && (
              <Button loading={change.isPending} disabled={change.isPending} onClick={() => change.mutate({ archived: false })}>
                {t('restore')}
              </Button>
            )}
            {canEdit && <Button onClick={() => setIsEditing(true)}>{t('edit')}</Button>}
          </>
        }
      />
      <PageBody>
        <ProblemMessage problem={change.error} />
        <Items projectKey={projectKey} packed={packed} />
        {plan.data === undefined ? (
          plan.error === null ? (
            <div className="wi-loading">
              <BusyIndicator active text={t('reading')} />
            </div>
          ) : (
            <ProblemMessage problem={plan.error} retry={() => void plan.refetch()} />
          )
        ) : (
          <>
            {!packed.archived && <ChangeTypes plan={plan.data} type={changeType} onChange={setChangeType} />}
            <Gates place={undefined} gates={plan.data.gates} />
            <Tasks plan={plan.data} />
            <Changes changes={plan.data.changes} />
            {!packed.archived && (
              <PromoteBar
                key={`${plan.data.digest} ${plan.data.continues?.taskId ?? ''}`}
                place={place}
                packageId={packed.id}
                plan={plan.data}
                changeType={changeType}
                isReading={plan.isFetching}
                onOutdated={readAgain}
              />
            )}
          </>
        )}
      </PageBody>
      {isEditing && <EditPackageDialog projectKey={projectKey} packed={packed} onClose={() => setIsEditing(false)} />}
    </>
  );
}

function back(key: string, { releaseVersionId }: Package): string {
  return releaseVersionId == null ? `/projects/${key}/releases` : `/projects/${key}/releases/${releaseVersionId}`;
}

function Items({ projectKey, packed }: { projectKey: string; packed: Package }) {
  const t = useTexts(texts);
  const { run } = packed;
  return (
    <section className="ty-panel" aria-labelledby="wi-package">
      <Title id="wi-package" level="H2" size="H5">
        {t('items')}
      </Title>
      <ol>
        {packed.workItemIds.map((id) => (
          <li key={id}>
            <Link to={`/projects/${projectKey}/user-stories/${id}`}>{id}</Link>
          </li>
        ))}
      </ol>
      {run != null && (
        <div className="ty-row">
          <StatusTag state={run.state} of={run.stage} />
          <Link to={`/projects/${projectKey}/pipeline-activity/${run.id}`}>{t('toRun')}</Link>
        </div>
      )}
    </section>
  );
}
