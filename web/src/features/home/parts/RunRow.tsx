import { Link } from 'react-router';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import type { RunSummary } from '../api';

export function RunRow({ run }: { run: RunSummary }) {
  return (
    <>
      <div className="ty-home-main">
        <Link to={`/projects/${run.project}/pipeline-activity/${run.id}`}>
          {run.workItemId} {run.title}
        </Link>
        <div className="ty-home-note">
          {run.startedBy} · <RelativeTime at={run.startedAt} />
        </div>
      </div>
      <StatusTag state={run.state} of={run.stage === '' ? undefined : run.stage} />
    </>
  );
}
