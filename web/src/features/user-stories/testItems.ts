import { fake } from '../../testing/fakeApi';
import type { Integration, Sync, Validation, WorkItem } from './api';

/** For tests: a work item of the API. */
export function item(changes: Partial<WorkItem> = {}): WorkItem {
  const id = changes.id ?? 'BHA-1';
  return {
    id,
    externalId: `6-${id.split('-')[1] ?? ''}`,
    externalUuid: `uuid-${id}`,
    externalUrl: `https://alm.example.com/${id}`,
    integrationId: 'i1',
    type: 'FEATURE',
    title: `Feature ${id}`,
    status: { code: 'IN_TESTING', label: 'In Testing' },
    priority: 20,
    assignee: 'mei.tanaka@example.com',
    release: 'O2C 26.3',
    parentIds: [],
    childCount: 0,
    noArtifacts: false,
    gone: false,
    version: 1,
    ...changes,
  };
}

export function story(id: string, parentIds: string[], changes: Partial<WorkItem> = {}): WorkItem {
  return item({ id, type: 'USER_STORY', title: `Story ${id}`, parentIds, ...changes });
}

export function integration(changes: Partial<Integration> = {}): Integration {
  return {
    id: 'i1',
    project: 'BHA',
    name: 'Renewal',
    description: '',
    externalSystem: 'external',
    credentialId: 'c1',
    hostUrl: 'https://alm.example.com',
    externalProjectId: 'p1',
    externalProjectName: 'Order to Cash Renewal',
    isDefault: true,
    writeBack: { references: true, comments: true, status: true },
    statusGates: true,
    hookPath: '/hooks/alm/i1',
    warnings: [],
    createdBy: 'paul',
    createdAt: '2026-11-01T10:00:00Z',
    version: 1,
    ...changes,
  };
}

export function sync(changes: Partial<Sync> = {}): Sync {
  return {
    id: 's1',
    integrationId: 'i1',
    integrationName: 'Renewal',
    state: 'COMPLETED',
    mode: 'FULL',
    startedBy: 'dora',
    startedAt: '2026-11-20T10:00:00Z',
    endedAt: '2026-11-20T10:00:12Z',
    progress: { read: 193, total: 193 },
    counts: { created: 3, updated: 2, unchanged: 187, gone: 1 },
    messages: [],
    ...changes,
  };
}

export function validation(changes: Partial<Validation> = {}): Validation {
  return {
    id: 'v1',
    workItemId: 'BHA-1',
    candidate: 2,
    digest: 'd',
    outcome: 'WARNINGS',
    outdated: false,
    state: 'COMPLETED',
    startedBy: 'dora',
    startedAt: '2026-11-20T10:00:00Z',
    endedAt: '2026-11-20T10:00:12Z',
    findings: [
      {
        check: 'downgrade',
        severity: 'WARNING',
        place: 'CPI-QA',
        message: 'The target has a newer version.',
        cure: 'Attach version 1.0.4.',
      },
    ],
    ...changes,
  };
}

interface World {
  roots: WorkItem[];
  children?: Record<string, WorkItem[]>;
  found?: WorkItem[];
  integrations?: Integration[];
  syncs?: () => Sync[];
}

/** Fakes what the screen reads. */
export function world({ roots, children = {}, found = [], integrations = [integration()], syncs = () => [] }: World) {
  const base = '/api/v1/projects/BHA';
  fake(`GET ${base}/work-items`, ({ query }) => {
    const parent = query.get('parent');
    const items = parent === 'root' ? roots : parent === null ? found : (children[parent] ?? []);
    return { items, total: items.length, nextCursor: null };
  });
  fake(`GET ${base}/work-items/statuses`, () => ({
    items: [{ type: 'FEATURE', code: 'IN_TESTING', label: 'In Testing' }],
  }));
  fake(`GET ${base}/work-items/{id}`, ({ path }) => ({
    ...item({ id: path.split('/').at(-1) ?? '' }),
    description: '<h2>Goal</h2><p>Replaces a spreadsheet.</p><script>alert(1)</script>',
    tags: ['go-live-critical'],
    dueDate: '2026-12-01',
    workstream: 'Billing',
    links: [{ rel: 'external', href: 'https://alm.example.com/x' }],
  }));
  fake(`GET ${base}/alm-integrations`, () => ({ items: integrations }));
  fake(`GET ${base}/syncs`, () => ({ items: syncs(), total: syncs().length }));
  fake(`GET ${base}/pipelines`, () => ({ items: [{ id: 'p7', name: 'order-to-cash', project: 'BHA' }] }));
}
