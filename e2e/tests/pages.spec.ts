import { itemsOf, type Call, type Json } from '../support/api';
import { addresses } from '../support/pages';
import { demo, expect, expectNoSeriousViolations, expectNoOverflow, pictures, showsAll, test } from '../support/test';

/** Who looks at each page (somebody who sees most of it), and what stands behind the last part of the address. */
const pages: Record<string, { by: string; at?: string[] }> = {
  '/account/deputies': { by: 'dora' },
  '/account/notifications': { by: 'dora' },
  '/account/password': { by: 'dora' },
  '/account/tokens': { by: 'dora' },
  '/administration/audit': { by: 'olga' },
  '/administration/credentials': { by: 'admin' },
  '/administration/environments': { by: 'admin' },
  '/administration/environments/:id': { by: 'admin' },
  '/administration/freeze-calendar': { by: 'admin' },
  '/administration/projects': { by: 'admin' },
  '/administration/system': { by: 'olga' },
  '/administration/users': { by: 'admin' },
  '/my-tasks': { by: 'rita', at: ['', '?view=history'] },
  '/projects/:key/bypasses': { by: 'paul' },
  '/projects/:key/home': { by: 'paul' },
  '/projects/:key/my-tasks': { by: 'rita' },
  '/projects/:key/pipeline-activity': { by: 'rita' },
  '/projects/:key/pipeline-activity/:runId': { by: 'rita', at: ['', '?history=shown'] },
  '/projects/:key/production-changes': { by: 'paul' },
  '/projects/:key/release-packages/:packageId': { by: 'dora' },
  '/projects/:key/release-pipelines': { by: 'paul' },
  '/projects/:key/release-pipelines/:pipelineId': { by: 'paul' },
  '/projects/:key/release-pipelines/:pipelineId/versions': { by: 'paul' },
  '/projects/:key/release-pipelines/new': { by: 'paul' },
  '/projects/:key/releases': { by: 'paul' },
  '/projects/:key/releases/:releaseId': { by: 'paul' },
  '/projects/:key/settings/alm-integrations': { by: 'paul' },
  '/projects/:key/settings/alm-integrations/:id': { by: 'paul' },
  '/projects/:key/settings/environments': { by: 'paul' },
  '/projects/:key/settings/general': { by: 'paul' },
  '/projects/:key/settings/parameters': { by: 'paul' },
  '/projects/:key/settings/users': { by: 'paul' },
  '/projects/:key/user-stories': { by: 'dora' },
  '/projects/:key/user-stories/:id': {
    by: 'dora',
    at: ['', '?tab=transport', '?tab=cpi-artifact', '?tab=other', '?tab=validation', '?tab=activity'],
  },
  '/projects/:key/user-stories/:id/promotion-plan': { by: 'dora' },
  '/projects/:key/user-stories/syncs': { by: 'dora' },
};

test('every page of every feature is looked at here', () => {
  expect(Object.keys(pages).sort()).toEqual(addresses());
});

for (const by of [...new Set(Object.values(pages).map((each) => each.by))]) {
  test(`${by}’s pages: nothing that axe finds serious in both themes, and nothing wider than a phone`, async ({ as, api }) => {
    test.setTimeout(240_000);
    const page = await as(by);
    const ids = await behind(await api('admin'), await api('paul'));
    for (const [path, { by: who, at = [''] }] of Object.entries(pages)) {
      for (const rest of who === by ? at : []) {
        const address = path.replace(/:\w+/g, (part) => ids[`${path.slice(0, path.indexOf(part))}${part}`] ?? ids[part] ?? part) + rest;
        await test.step(address, async () => {
          await page.setViewportSize({ width: 1440, height: 900 });
          await page.goto(address);
          await showsAll(page);
          await expectNoSeriousViolations(page, ['light']);
          await pictures(page, address, 'wide');
          await page.setViewportSize({ width: 400, height: 800 });
          await expectNoOverflow(page);
          await expectNoSeriousViolations(page, ['dark']);
          await pictures(page, address, 'narrow');
        });
      }
    }
  });
}

/** What stands in the demo for the parts of the addresses. */
async function behind(call: Call, paul: Call): Promise<Record<string, string>> {
  const { project, workItems, runs } = demo();
  const first = async (path: string) => (await itemsOf<{ id: string }>(call, path))[0]?.id ?? '';
  return {
    ':key': project,
    ':packageId': await oneOf(paul, `/projects/${project}/release-packages`, {
      name: 'Looked at',
      workItemIds: [workItems.story, workItems.waiting],
      pipelineId: await first(`/projects/${project}/pipelines`),
    }),
    ':releaseId': await oneOf(paul, `/projects/${project}/release-versions`, { name: 'Looked at' }),
    ':runId': runs.failed,
    ':pipelineId': await first(`/projects/${project}/pipelines`),
    '/administration/environments/:id': await first('/environments'),
    '/projects/:key/settings/alm-integrations/:id': await first(`/projects/${project}/alm-integrations`),
    '/projects/:key/user-stories/:id': workItems.feature,
  };
}

/** The first that there is, else a new one. */
async function oneOf(call: Call, path: string, fields: Json): Promise<string> {
  const [found] = await itemsOf<{ id: string }>(call, path);
  return found?.id ?? String((await call('POST', path, fields))['id']);
}
