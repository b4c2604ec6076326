import { useMemo } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import type { Column } from '../../../ui/table/DataTable';
import type { RunSummary } from '../api';
import { texts } from '../texts';
import { Duration } from './Duration';

/** @param withItem false where all are of one work item */
export function useRunColumns(withItem = true): Column<RunSummary>[] {
  const t = useTexts(texts);
  return useMemo(() => {
    const columns: Column<RunSummary>[] = [
      {
        id: 'state',
        header: t('state'),
        width: '12rem',
        isOptional: false,
        sortBy: (run) => run.state,
        cell: (run) => (
          <Link
            className="ty-run-link"
            to={`/projects/${run.project}/pipeline-activity/${run.id}`}
          >
            <StatusTag state={run.state} of={run.stage === '' ? undefined : run.stage} />
            {run.changeType !== 'NORMAL' && <StatusTag state={run.changeType} />}
            <span className="ty-hidden">{run.workItemId}</span>
          </Link>
        ),
      },
      {
        id: 'candidate',
        header: t('candidate'),
        width: '7rem',
        align: 'end',
        sortBy: (run) => run.candidate,
        cell: (run) => run.candidate,
      },
      { id: 'startedBy', header: t('startedBy'), sortBy: (run) => run.startedBy, cell: (run) => run.startedBy },
      {
        id: 'started',
        header: t('started'),
        sortBy: (run) => run.startedAt,
        cell: (run) => <RelativeTime at={run.startedAt} />,
      },
      {
        id: 'duration',
        header: t('duration'),
        width: '8rem',
        cell: (run) => <Duration from={run.startedAt} to={run.endedAt} />,
      },
    ];
    if (withItem) {
      columns.splice(
        1,
        0,
        {
          id: 'item',
          header: t('item'),
          width: '8rem',
          isOptional: false,
          sortBy: (run) => run.workItemId,
          cell: ({ project, workItemId, releasePackage }) =>
            releasePackage == null ? (
              <Link to={`/projects/${project}/user-stories/${workItemId}`}>{workItemId}</Link>
            ) : (
              <Link to={`/projects/${project}/release-packages/${releasePackage.id}`}>{releasePackage.name}</Link>
            ),
        },
        { id: 'summary', header: t('summary'), sortBy: (run) => run.title, cell: (run) => (run.releasePackage == null ? run.title : run.workItemIds.join(', ')) },
      );
    }
    return columns;
  }, [t, withItem]);
}
