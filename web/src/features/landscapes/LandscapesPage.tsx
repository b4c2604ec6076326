import { Title } from '@ui5/webcomponents-react/Title';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { useMay } from '../../lib/session';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { useLandscapes, useUsedEnvironments } from './api';
import { LandscapeEditor } from './parts/LandscapeEditor';
import { UsedEnvironments } from './parts/UsedEnvironments';
import { texts } from './texts';
import './landscapes.css';

/** Project Settings > Environments. */
export function LandscapesPage() {
  const t = useTexts(texts);
  const { key } = useProject();
  const canEdit = useMay()('PROJECT_EDIT', key);
  const environments = useUsedEnvironments(key);
  const landscapes = useLandscapes(key);
  const used = environments.data?.items;
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PageBody>
        <Title level="H2" size="H5">
          {t('environments')}
        </Title>
        <UsedEnvironments
          projectKey={key}
          canEdit={canEdit}
          environments={used}
          problem={environments.error}
          retry={() => void environments.refetch()}
        />
        {landscapes.error !== null && landscapes.data === undefined && (
          <ProblemMessage problem={landscapes.error} retry={() => void landscapes.refetch()} />
        )}
        {landscapes.data !== undefined && used !== undefined && (
          <LandscapeEditor
            projectKey={key}
            canEdit={canEdit}
            environments={used}
            landscapes={landscapes.data.items}
          />
        )}
      </PageBody>
    </>
  );
}
