import { useMay } from '../../../lib/session';
import { useSetUp, useSyncs } from '../api';

export type Step = 'credential' | 'integration' | 'sync' | 'environment' | 'pipeline' | 'promote';

export interface StepState {
  step: Step;
  isDone: boolean;
  /** Where it is done. */
  to: string;
  /** Undefined when this person may do it. */
  who?: 'admin' | 'project-admin' | 'developer' | undefined;
}

/** The first steps of a project with their states, read from what there is; undefined until that is known. */
export function useSteps(key: string): StepState[] | undefined {
  const may = useMay();
  const maySeeCredentials = may('CREDENTIALS_READ', key);
  const { integrations, credentials, environments, pipelines, runs } = useSetUp(key, maySeeCredentials);
  const syncs = useSyncs(key);
  if (
    integrations.data === undefined ||
    environments.data === undefined ||
    pipelines.data === undefined ||
    runs.data === undefined ||
    syncs.data === undefined ||
    (maySeeCredentials && credentials.data === undefined)
  ) {
    return undefined;
  }
  const isLinked = integrations.data.items.length > 0;
  const used = environments.data.items;
  const project = `/projects/${key}`;
  const steps: StepState[] = [
    {
      step: 'credential',
      isDone: isLinked || (credentials.data?.items.length ?? 0) > 0,
      to: '/administration/credentials',
      who: may('CREDENTIALS_EDIT', key) ? undefined : 'project-admin',
    },
    {
      step: 'integration',
      isDone: isLinked,
      to: `${project}/settings/alm-integrations`,
      who: may('INTEGRATIONS_EDIT', key) ? undefined : 'project-admin',
    },
    {
      step: 'sync',
      isDone: syncs.data.items.some(({ state }) => state === 'COMPLETED'),
      to: `${project}/user-stories`,
      who: may('SYNC', key) ? undefined : 'developer',
    },
    {
      step: 'environment',
      isDone: used.some(({ source }) => source) && used.some(({ source }) => !source),
      to: '/administration/environments',
      who: may('ENVIRONMENTS_EDIT', key) ? undefined : 'admin',
    },
    {
      step: 'pipeline',
      isDone: pipelines.data.items.length > 0,
      to: `${project}/release-pipelines`,
      who: may('PIPELINES_EDIT', key) ? undefined : 'project-admin',
    },
    {
      step: 'promote',
      isDone: runs.data.items.length > 0,
      to: `${project}/user-stories`,
      who: may('PROMOTE', key) ? undefined : 'developer',
    },
  ];
  return steps;
}
