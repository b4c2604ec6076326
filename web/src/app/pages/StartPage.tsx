import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { myProjectsQuery } from '../../lib/session';
import { isString, stored } from '../../lib/storage';
import { entriesOf } from '../features';
import { Busy } from '../shell/Busy';

/** Leads to the project one was in last, else to one's first, else to the list of projects. */
export function StartPage() {
  const { data: projects, isError } = useQuery(myProjectsQuery);
  if (projects === undefined && !isError) {
    return <Busy />;
  }
  const last = stored('project', isString);
  const project = projects?.find((each) => each.key === last) ?? projects?.[0];
  const isProjectReady = project !== undefined && entriesOf('project').length > 0;
  return <Navigate to={isProjectReady ? `/projects/${project.key}` : '/administration/projects'} replace />;
}
