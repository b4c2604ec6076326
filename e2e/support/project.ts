import type { Page } from '@playwright/test';
import { demo } from './demo';

type Json = Record<string, unknown>;

/** Calls of the API with the session of a page, for what a journey finds there already. */
export function apiOf(page: Page) {
  async function call(method: string, path: string, data?: unknown, headers: Record<string, string> = {}): Promise<Json> {
    const cookies = await page.context().cookies();
    const token = cookies.find(({ name }) => name.endsWith('XSRF-TOKEN'))?.value ?? '';
    const answer = await page.request.fetch(`/api/v1${path}`, {
      method,
      headers: { 'X-XSRF-TOKEN': token, ...headers },
      ...(data === undefined ? {} : { data }),
    });
    if (!answer.ok()) {
      throw new Error(`${method} ${path} answered ${answer.status()} ${await answer.text()}`);
    }
    return answer.status() === 204 ? {} : ((await answer.json()) as Json);
  }
  return call;
}

/**
 * A project of its own with the demo's people, its Cloud Integration tenants as landscape, and the template as default
 * pipeline; not linked to anything yet.
 */
export async function openProject(admin: Page, key: string): Promise<void> {
  const call = apiOf(admin);
  const environments = (await call('GET', '/environments?limit=100')).items as { id: string; name: string }[];
  const chain = ['CPI-DEV', 'CPI-QA', 'CPI-PROD'].map((name) => {
    const found = environments.find((each) => each.name === name);
    if (found === undefined) {
      throw new Error(`${demo().url} has no environment ${name}.`);
    }
    return found.id;
  });
  const [source, ...targets] = chain;
  await call('POST', '/projects', { key, name: `Journey ${key}`, description: 'Of a test' });
  for (const id of chain) {
    await call('PUT', `/projects/${key}/environments/${id}`, { source: id === source });
  }
  const members = { paul: 'project-admin', dora: 'developer', rita: 'release-manager', amir: 'approver' };
  for (const [name, role] of Object.entries(members)) {
    await call('PUT', `/projects/${key}/members/${name}`, { roles: [role], deployTo: targets });
  }
  await call('PUT', `/projects/${key}/landscapes`, { items: [{ name: 'Integration', environments: chain }] });
  const templates = (await call('GET', '/pipelines/templates')).items as { name: string; yaml: string }[];
  const yaml = templates.find(({ name }) => name === 'integration-suite-standard')?.yaml;
  const pipeline = await call('POST', `/projects/${key}/pipelines`, yaml, { 'Content-Type': 'application/yaml' });
  const { version } = await call('GET', `/projects/${key}`);
  await call('PATCH', `/projects/${key}`, { defaultPipelineId: pipeline.id }, { 'If-Match': `"${String(version)}"` });
}
