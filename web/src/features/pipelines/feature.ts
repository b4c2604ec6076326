import '@ui5/webcomponents-icons/dist/workflow-tasks.js';
import { screen, type Feature } from '../../lib/feature';

const editor = async () => (await import('./EditorPage')).EditorPage;

export const feature: Feature = {
  project: [
    screen('release-pipelines', async () => (await import('./PipelinesPage')).PipelinesPage, 'PROJECT_READ'),
    screen('release-pipelines/new', async () => (await import('./NewPipelinePage')).NewPipelinePage, 'PIPELINES_EDIT'),
    screen('release-pipelines/:pipelineId', editor, 'PROJECT_READ'),
    screen('release-pipelines/:pipelineId/versions', async () => (await import('./VersionsPage')).VersionsPage, 'PROJECT_READ'),
  ],
  nav: [
    {
      menu: 'project',
      order: 40,
      path: 'release-pipelines',
      label: { en: 'Release Pipelines', de: 'Release-Pipelines' },
      icon: 'workflow-tasks',
    },
  ],
};
