import { Link } from 'react-router';
import type { Schema } from '../../../lib/api/client';
import { useTexts } from '../../../lib/i18n/texts';
import { texts } from '../texts';

type Use = Schema<'EnvironmentUseUse'>;
const kinds = ['project', 'pipeline', 'deliverable'] as const;

/** Where an environment is used, with links to what one may see. */
export function Uses({ uses }: { uses: readonly Use[] }) {
  const t = useTexts(texts);
  return (
    <ul className="ty-list">
      {uses.map((use, index) => {
        const kind = kinds.find((each) => each === use.kind);
        const word = kind === undefined ? use.kind : t(`use${kind}`);
        const to = addressOf(use);
        return (
          <li key={`${use.kind}/${use.id}/${index}`}>
            {word} {to === undefined ? t('useHidden') : <Link to={to}>{use.name}</Link>}
            {use.project != null && use.kind !== 'project' && ` ${t('useIn', { project: use.project })}`}
          </li>
        );
      })}
    </ul>
  );
}

function addressOf({ kind, id, name, project }: Use): string | undefined {
  if (name == null || project == null) {
    return undefined;
  }
  switch (kind) {
    case 'project':
      return `/projects/${project}/settings/environments`;
    case 'deliverable':
      return `/projects/${project}/user-stories/${id}`;
    case 'pipeline':
      return `/projects/${project}/release-pipelines/${id}`;
    default:
      return `/projects/${project}`;
  }
}
