import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from 'react-router';
import { asProblem } from '../../lib/api/problem';
import { useTexts } from '../../lib/i18n/texts';
import { projectQuery } from '../../lib/project';
import { store } from '../../lib/storage';
import { PageBody } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { Busy } from '../shell/Busy';
import { texts } from '../texts';
import { HelpfulPage } from './HelpfulPage';

/** Every screen of a project stands in this frame; inside, `useProject()` has it. */
export function ProjectFrame() {
  const t = useTexts(texts);
  const { key = '' } = useParams();
  const { data: project, error, refetch } = useQuery(projectQuery(key));
  useEffect(() => {
    if (project !== undefined) {
      store('project', project.key);
    }
  }, [project]);
  if (project !== undefined) {
    return <Outlet context={project} />;
  }
  if (error === null) {
    return <Busy />;
  }
  const { status } = asProblem(error);
  return status === 404 || status === 403 || status === 400 ? (
    <HelpfulPage title={t('projectNotFoundTitle', { key })} text={t('projectNotFoundText')} />
  ) : (
    <PageBody>
      <ProblemMessage problem={error} retry={() => void refetch()} />
    </PageBody>
  );
}
