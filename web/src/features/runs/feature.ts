import '@ui5/webcomponents-icons/dist/process.js';
import '@ui5/webcomponents-icons/dist/inbox.js';
import { screen, type Feature } from '../../lib/feature';

const inbox = async () => (await import('./inbox/MyTasksPage')).MyTasksPage;

/** Pipeline Activity and My Tasks: runs, looked at by what they do and by whom they wait for. */
export const feature: Feature = {
  project: [
    screen('pipeline-activity', async () => (await import('./ActivityPage')).ActivityPage, 'PROJECT_READ'),
    screen('pipeline-activity/:runId', async () => (await import('./RunPage')).RunPage, 'PROJECT_READ'),
    screen('my-tasks', inbox),
  ],
  elsewhere: [screen('my-tasks', inbox)],
  nav: [
    {
      menu: 'project',
      order: 50,
      path: 'pipeline-activity',
      label: { en: 'Pipeline Activity', de: 'Pipeline-Aktivität' },
      icon: 'process',
      needs: 'PROJECT_READ',
    },
    {
      menu: 'project',
      order: 60,
      path: 'my-tasks',
      label: { en: 'My Tasks', de: 'Meine Aufgaben' },
      icon: 'inbox',
    },
  ],
};
