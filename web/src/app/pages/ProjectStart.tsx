import { Navigate } from 'react-router';
import { useMay } from '../../lib/session';
import { useProject } from '../../lib/project';
import { entriesOf } from '../features';

/** The first place of the project that this person may see. */
export function ProjectStart() {
  const may = useMay();
  const { key } = useProject();
  const first = entriesOf('project').find(({ needs }) => needs === undefined || may(needs, key));
  return <Navigate to={first === undefined ? '/administration/projects' : first.path} replace />;
}
