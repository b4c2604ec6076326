import { expect } from '@playwright/test';
import { itemsOf, patch, type Call } from './api';
import { control, system } from './landscape';

const chains = { Integration: ['CPI-DEV', 'CPI-QA', 'CPI-PROD'], ERP: ['S4-DEV', 'S4-QAS', 'S4-PRD'] };

export interface WorkItem {
  id: string;
  title: string;
  externalUuid: string;
}

/** A key that no project has yet. */
export function newKey(letter: string): string {
  return letter + Date.now().toString(36).slice(-6).toUpperCase();
}

/** Ids of the demo's environments by their names. */
export async function environments(admin: Call): Promise<Record<string, string>> {
  const found = await itemsOf<{ id: string; name: string }>(admin, '/environments?limit=500');
  return Object.fromEntries(found.map(({ id, name }) => [name, id]));
}

/** Gives a new project the demo's people, systems and landscapes; it is linked to nothing and has no pipeline yet. */
export async function furnish(admin: Call, key: string): Promise<void> {
  const ids = await environments(admin);
  const landscapes = Object.entries(chains).map(([name, names]) => ({ name, environments: names.map((each) => ids[each]) }));
  for (const name of Object.values(chains).flat()) {
    await admin('PUT', `/projects/${key}/environments/${ids[name]}`, { source: name.endsWith('-DEV') });
  }
  const all = landscapes.flatMap((each) => each.environments.slice(1));
  const members = { paul: 'project-admin', dora: 'developer', rita: 'release-manager', amir: 'approver' };
  for (const [name, role] of Object.entries(members)) {
    await admin('PUT', `/projects/${key}/members/${name}`, { roles: [role], deployTo: all });
  }
  await admin('PUT', `/projects/${key}/members/dario`, { roles: ['developer'], deployTo: [ids['CPI-QA']] });
  await admin('PUT', `/projects/${key}/landscapes`, { items: landscapes });
}

export async function addPipeline(call: Call, key: string, yaml: string): Promise<string> {
  const { id } = await call('POST', `/projects/${key}/pipelines`, yaml, { 'Content-Type': 'application/yaml' });
  return id as string;
}

export async function useTemplate(call: Call, key: string): Promise<void> {
  const templates = await itemsOf<{ name: string; yaml: string }>(call, '/pipelines/templates');
  const yaml = templates.find(({ name }) => name === 'integration-suite-standard')?.yaml ?? '';
  await patch(call, `/projects/${key}`, { defaultPipelineId: await addPipeline(call, key, yaml) });
}

/** A project in Cloud ALM of its own with these stories and features (by title, with their status), linked and synced. */
export async function linked(admin: Call, key: string, content: { stories: string[]; features?: Record<string, string> }) {
  const { id: almProject } = await control('POST', 'alm/projects', { name: `Of ${key}` });
  for (const title of content.stories) {
    await control('POST', 'alm/stories', { title, project: almProject });
  }
  for (const [title, statusCode] of Object.entries(content.features ?? {})) {
    await control('POST', 'alm/features', { title, statusCode, project: almProject });
  }
  const credentials = await itemsOf<{ id: string; name: string }>(admin, '/credentials');
  await admin('POST', `/projects/${key}/alm-integrations`, {
    name: 'Cloud ALM',
    externalSystem: 'sap-cloud-alm',
    credentialId: credentials.find(({ name }) => name === 'Cloud ALM')?.id,
    hostUrl: (await system('alm')).url,
    externalProjectId: almProject,
    isDefault: true,
    writeBack: { references: false, comments: false, status: false },
  });
  return sync(admin, key);
}

/** Syncs all and returns the work items by title. */
export async function sync(call: Call, key: string): Promise<Record<string, WorkItem>> {
  const { id } = await call('POST', `/projects/${key}/syncs`, { mode: 'FULL' });
  await expect.poll(async () => (await call('GET', `/projects/${key}/syncs/${String(id)}`))['state']).toBe('COMPLETED');
  const items = await itemsOf<WorkItem>(call, `/projects/${key}/work-items?limit=500`);
  return Object.fromEntries(items.map((each) => [each.title, each]));
}

/** Attaches what a source environment has. */
export async function attach(call: Call, item: string, kind: string, environmentId: string | undefined, externalId: string) {
  const key = item.split('-')[0] ?? '';
  return call('POST', `/projects/${key}/work-items/${item}/deliverables`, { kind, environmentId, externalId });
}
