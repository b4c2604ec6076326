import { useMemo, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { StatusTag } from '../../../ui/StatusTag';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import type { Overview, ReleaseItem } from '../api';
import { texts } from '../texts';

interface Props {
  projectKey: string;
  overview: UseQueryResult<Overview>;
  /** Left out for people who may not. */
  onDescope: ((item: ReleaseItem) => void) | undefined;
  empty: ReactNode;
}

export const looks = {
  BLOCKED: 'FAILED',
  NEEDS_PEOPLE: 'WAITING',
  READY: 'READY',
  RUNNING: 'RUNNING',
  COMPLETED: 'COMPLETED',
} as const;

/** The items of a release version as the server sorts them: what is not ready on top. */
export function ScopeTable({ projectKey, overview, onDescope, empty }: Props) {
  const t = useTexts(texts);
  const columns = useMemo<Column<ReleaseItem>[]>(() => {
    const all: Column<ReleaseItem>[] = [
      {
        id: 'item',
        header: t('item'),
        isOptional: false,
        cell: ({ workItemId, title }) => (
          <span>
            <Link to={`/projects/${projectKey}/user-stories/${workItemId}`}>{workItemId}</Link>
            <div>{title}</div>
          </span>
        ),
      },
      {
        id: 'readiness',
        header: t('readiness'),
        width: '11rem',
        sortBy: ({ readiness }) => Object.keys(looks).indexOf(readiness),
        cell: ({ readiness }) => <StatusTag state={looks[readiness]} text={t(readiness)} />,
      },
      {
        id: 'stage',
        header: t('stage'),
        width: '12rem',
        sortBy: ({ pipelineStage }) => pipelineStage,
        cell: ({ pipelineStage, pipelineStatus, runId, releasePackage, changeType }) => (
          <span>
            {pipelineStatus == null || runId == null ? (
              <StatusTag state="READY" text={t('notPromoted')} />
            ) : (
              <Link to={`/projects/${projectKey}/pipeline-activity/${runId}`}>
                <StatusTag state={pipelineStatus} of={pipelineStage ?? undefined} />
              </Link>
            )}
            {changeType != null && changeType !== 'NORMAL' && <StatusTag state={changeType} />}
            {releasePackage != null && <div className="rl-hint">{t('inPackage', { name: releasePackage })}</div>}
          </span>
        ),
      },
      { id: 'open', header: t('open'), cell: (item) => <Open item={item} /> },
      {
        id: 'actions',
        header: t('actions'),
        width: '12rem',
        isOptional: false,
        cell: (item) => (
          <span className="ty-row">
            <Link to={`/projects/${projectKey}/user-stories/${item.workItemId}/promotion-plan`}>{t('plan')}</Link>
            {onDescope !== undefined && (
              <Button
                design="Transparent"
                accessibleName={t('descopeItem', { id: item.workItemId })}
                onClick={() => onDescope(item)}
              >
                {t('descope')}
              </Button>
            )}
          </span>
        ),
      },
    ];
    return all;
  }, [t, projectKey, onDescope]);
  return (
    <DataTable
      id="release-scope"
      label={t('scope')}
      columns={columns}
      rows={overview.data?.items}
      rowKey={({ workItemId }) => workItemId}
      problem={overview.error}
      retry={() => void overview.refetch()}
      empty={empty}
    />
  );
}

/** Everything that is still open of one item, each in a line. */
function Open({ item }: { item: ReleaseItem }) {
  const t = useTexts(texts);
  const { openGates, missingApprovals, manualSteps, collisions } = item;
  if (openGates.length + missingApprovals.length + manualSteps.length + collisions.length === 0) {
    return t('nothingOpen');
  }
  return (
    <ul className="rl-open">
      {openGates.map(({ code, verdict, message, cure }) => (
        <li key={code}>
          <StatusTag state={verdict} /> {message} {cure}
        </li>
      ))}
      {missingApprovals.map(({ stage, name, by, given, min }) => (
        <li key={`${stage} ${name}`}>
          <StatusTag state="WAITING" of={stage} text={t('approval')} />{' '}
          {t('approvalOf', { by: by.join(', '), given, min })}
        </li>
      ))}
      {manualSteps.map(({ stage, name }) => (
        <li key={`${stage ?? ''} ${name}`}>
          <StatusTag state="READY" text={t('manualStep')} /> {name}
        </li>
      ))}
      {collisions.map(({ workItemId, object, message }) => (
        <li key={`${workItemId} ${object}`}>
          <StatusTag state="WARN" text={t('collision')} /> {message}
        </li>
      ))}
    </ul>
  );
}
