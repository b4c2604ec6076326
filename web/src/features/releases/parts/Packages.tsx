import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { StatusTag } from '../../../ui/StatusTag';
import { usePackages } from '../api';
import { texts } from '../texts';

/** The packages that were made for a release version. */
export function Packages({ projectKey, releaseId }: { projectKey: string; releaseId: string }) {
  const t = useTexts(texts);
  const packages = usePackages(projectKey);
  const own = packages.data?.filter((each) => each.releaseVersionId === releaseId) ?? [];
  if (own.length === 0) {
    return packages.error === null ? null : (
      <ProblemMessage problem={packages.error} retry={() => void packages.refetch()} />
    );
  }
  return (
    <section className="ty-panel" aria-labelledby="rl-packages">
      <Title id="rl-packages" level="H2" size="H5">
        {t('packages')}
      </Title>
      <ul className="rl-open">
        {own.map(({ id, name, workItemIds, run }) => (
          <li key={id}>
            <Link to={`/projects/${projectKey}/release-packages/${id}`}>{name}</Link> {workItemIds.join(', ')}{' '}
            <StatusTag state={run?.state ?? 'READY'} of={run?.stage} />
          </li>
        ))}
      </ul>
    </section>
  );
}
