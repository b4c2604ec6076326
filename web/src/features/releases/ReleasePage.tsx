import { useState } from 'react';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { useNavigate, useParams } from 'react-router';
import { asProblem } from '../../lib/api/problem';
import { useFormat } from '../../lib/i18n/format';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { StatusTag } from '../../ui/StatusTag';
import { useDescope, useOverview, useRelease, type Release, type ReleaseItem } from './api';
import { Counts } from './parts/Counts';
import { PackageDialog } from './parts/PackageDialog';
import { Packages } from './parts/Packages';
import { PromoteAllDialog } from './parts/PromoteAllDialog';
import { ReleaseDialog } from './parts/ReleaseDialog';
import { ScopeTable } from './parts/ScopeTable';
import { texts } from './texts';
import './releases.css';

/** One release version: what stands between it and its go-live. */
export function ReleasePage() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { releaseId = '' } = useParams();
  const { key } = useProject();
  const release = useRelease(key, releaseId);
  if (release.data !== undefined) {
    return <Shown projectKey={key} release={release.data} />;
  }
  if (release.error === null) {
    return (
      <PageBody>
        <BusyIndicator active text={t('reading')} />
      </PageBody>
    );
  }
  return asProblem(release.error).status === 404 ? (
    <EmptyState
      title={t('missingTitle')}
      action={
        <Button design="Emphasized" onClick={() => void navigate(`/projects/${key}/releases`)}>
          {t('toList')}
        </Button>
      }
    >
      {t('missingText')}
    </EmptyState>
  ) : (
    <PageBody>
      <ProblemMessage problem={release.error} retry={() => void release.refetch()} />
    </PageBody>
  );
}

function Shown({ projectKey, release }: { projectKey: string; release: Release }) {
  const t = useTexts(texts);
  const format = useFormat();
  const may = useMay();
  const { archived } = useProject();
  const navigate = useNavigate();
  const overview = useOverview(projectKey, release.id);
  const descope = useDescope(projectKey, release.id);
  const [dialog, setDialog] = useState<'edit' | 'package' | 'promote' | null>(null);
  const [leaving, setLeaving] = useState<ReleaseItem | null>(null);
  const items = overview.data?.items ?? [];
  const canEdit = may('RELEASES_EDIT', projectKey) && !archived;
  const canPromote = may('PROMOTE', projectKey) && !archived;
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={release.name}
        subtitle={
          <span className="ty-row">
            <span>{release.goLive == null ? t('noDay') : t('goLiveOn', { day: format.date(release.goLive) })}</span>
            {release.description !== '' && <span>{release.description}</span>}
          </span>
        }
        tags={<State release={release} />}
        actions={
          <>
            {canEdit && <Button onClick={() => setDialog('edit')}>{t('edit')}</Button>}
            {canEdit && items.length > 1 && <Button onClick={() => setDialog('package')}>{t('createPackage')}</Button>}
            {canPromote && items.length > 0 && (
              <Button design="Emphasized" onClick={() => setDialog('promote')}>
                {t('promoteAll')}
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        {overview.data !== undefined && (
          <p className="rl-summary" role="status">
            {t('readyOf', { ready: overview.data.ready, total: overview.data.total })} <Counts counts={release.counts} />
          </p>
        )}
        <ScopeTable
          projectKey={projectKey}
          overview={overview}
          onDescope={canEdit ? setLeaving : undefined}
          empty={
            <EmptyState
              title={t('emptyScope')}
              icon="list"
              action={
                <Button design="Emphasized" onClick={() => void navigate(`/projects/${projectKey}/user-stories`)}>
                  {t('toStories')}
                </Button>
              }
            >
              {t('emptyScopeNext')}
            </EmptyState>
          }
        />
        <Packages projectKey={projectKey} releaseId={release.id} />
      </PageBody>
      {dialog === 'edit' && <ReleaseDialog projectKey={projectKey} before={release} onClose={close} />}
      {dialog === 'package' && (
        <PackageDialog projectKey={projectKey} release={release} items={items} onClose={close} />
      )}
      {dialog === 'promote' && (
        <PromoteAllDialog projectKey={projectKey} release={release} items={items} onClose={close} />
      )}
      {leaving !== null && (
        <ConfirmDialog
          title={t('descopeTitle', { id: leaving.workItemId, name: release.name })}
          confirm={t('descope')}
          isNegative
          reason="required"
          onConfirm={(reason) => descope.mutateAsync({ workItemId: leaving.workItemId, reason })}
          onClose={() => setLeaving(null)}
        >
          {t('descopeText')}
        </ConfirmDialog>
      )}
    </>
  );
}

function State({ release: { state, archived } }: { release: Release }) {
  const t = useTexts(texts);
  return archived ? (
    <StatusTag state="ARCHIVED" />
  ) : (
    <StatusTag state={state === 'RELEASED' ? 'DONE' : 'READY'} text={t(state)} />
  );
}
