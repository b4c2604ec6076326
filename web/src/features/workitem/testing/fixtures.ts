import type { Schema } from '../../../lib/api/client';
import { fake } from '../../../testing/fakeApi';
import { project } from '../../../testing/showScreen';
import type { Validation, WorkItem } from '../api';
import type { Artifact, Deliverable, Environment } from '../deliverables/api';
import type { Gate, Plan } from '../plan/api';

export const path = '/projects/BHA/user-stories/BHA-9';
const api = '/api/v1/projects/BHA/work-items/BHA-9';
export const calls = {
  item: api,
  deliverables: `${api}/deliverables`,
  order: `${api}/deliverables/order`,
  ofStories: `${api}/deliverables/of-stories`,
  validations: `${api}/validations`,
  plan: `${api}/promotion-plan`,
  promotions: `${api}/promotions`,
};

/** Somebody who may edit and promote. */
export const developer = { roles: [], project: project({ roles: ['developer'], defaultPipelineId: 'p1' }) };
export const viewer = { roles: [], project: project({ roles: ['viewer'] }) };

export function workItem(changes: Partial<WorkItem> = {}): WorkItem {
  return {
    id: 'BHA-9',
    externalId: '6-26',
    externalUuid: 'u-9',
    externalUrl: 'https://alm.example.com/6-26',
    integrationId: 'i1',
    type: 'USER_STORY',
    title: 'Electronic invoice',
    status: { code: 'IN_TESTING', label: 'In Testing' },
    parentIds: [],
    childCount: 0,
    component: 'Billing',
    noArtifacts: false,
    pipelineStage: 'QA',
    pipelineStatus: 'WAITING',
    gone: false,
    version: 3,
    tags: [],
    links: [],
    description: '<p>Replaces <b>two mails</b></p><script>alert(1)</script>',
    ...changes,
  };
}

export function transport(number: string, changes: Partial<Deliverable> = {}): Deliverable {
  return {
    id: `d-${number}`,
    workItemId: 'BHA-9',
    kind: 'transport',
    environmentId: 'dev',
    externalId: number,
    name: `Request ${number}`,
    objects: [],
    facts: { statusText: 'Released', typeText: 'Workbench' },
    position: 0,
    addedBy: 'dora',
    addedAt: '2026-11-01T10:00:00Z',
    descoped: false,
    reached: [],
    ...changes,
  };
}

export function flow(changes: Partial<Deliverable> = {}): Deliverable {
  return transport('Replication', {
    id: 'd-flow',
    kind: 'flow',
    environmentId: 'int-dev',
    version: '1.0.3',
    facts: {},
    ...changes,
  });
}

export function artifact(id: string, changes: Partial<Artifact> = {}): Artifact {
  return { id, kind: 'transport', name: `Text of ${id}`, attachable: true, hasChildren: false, facts: {}, ...changes };
}

export function validation(changes: Partial<Validation> = {}): Validation {
  return {
    id: 'v1',
    workItemId: 'BHA-9',
    candidate: 1,
    digest: 'd1',
    state: 'COMPLETED',
    outcome: 'WARNINGS',
    outdated: false,
    findings: [],
    startedBy: 'dora',
    startedAt: '2026-11-01T10:00:00Z',
    ...changes,
  };
}

export function gate(code: string, changes: Partial<Gate> = {}): Gate {
  return { code, verdict: 'PASS', message: '', cure: '', overridable: false, ...changes };
}

export function plan(changes: Partial<Plan> = {}): Plan {
  return {
    candidate: 1,
    digest: 'd1',
    pipeline: { id: 'p1', version: 2, name: 'order-to-cash', changeTypes: ['NORMAL'] },
    tasks: [
      { stage: 'QA', name: 'build QA', kind: 'build', note: '' },
      { stage: 'QA', name: 'approve QA', kind: 'approve', note: 'By role:release-manager.' },
    ],
    gates: [gate('no-deliverables'), gate('four-eyes')],
    changes: [change('Replication', '1.0.2', '1.0.3')],
    ...changes,
  };
}

export function change(externalId: string, from: string | null, to: string): Plan['changes'][number] {
  return {
    stage: 'QA',
    environmentId: 'int-qa',
    environment: 'INT-QA',
    kind: 'flow',
    externalId,
    name: externalId,
    from,
    to,
    details: ['Parameters that keep the value of the target: 3'],
  };
}

function environment(id: string, name: string, connector: string, source: boolean): Environment {
  return { id, name, connector, source, type: source ? 'DEVELOPMENT' : 'QUALITY', mode: 'LIVE', settings: {}, version: 1 };
}

function connector(id: string, displayName: string, kind: string, tabTitle: string, capabilities: string[]): Schema<'ConnectorView'> {
  return {
    id,
    displayName,
    capabilities,
    checks: [{ id: 'released', displayName: 'Transports are released', at: 'SOURCE' }],
    credentialTypes: [],
    settingsSchema: {},
    deliverableKinds: kind === '' ? [] : [{ id: kind, displayName: tabTitle, tabTitle, upload: false }],
  };
}

interface World {
  item?: WorkItem;
  deliverables?: Deliverable[];
  plan?: Plan;
}

/** Answers all that the screens ask at first. Its connectors exist nowhere: the page must not know any. */
export function fakeWorld({ item = workItem(), deliverables = [], plan: shown = plan() }: World = {}) {
  fake('GET /api/v1/projects', () => ({ items: [developer.project] }));
  fake(`GET ${calls.item}`, () => item);
  fake(`GET ${calls.deliverables}`, () => ({ items: deliverables }));
  fake(`GET ${calls.deliverables}/of-stories`, () => ({ items: [] }));
  fake(`GET ${calls.item}/collisions`, () => ({ items: [] }));
  fake(`GET ${calls.item}/candidate`, () => ({ number: shown.candidate, digest: shown.digest, frozen: false }));
  fake(`GET ${calls.validations}`, () => ({ items: [] }));
  fake(`GET ${calls.plan}`, () => shown);
  fake('GET /api/v1/projects/BHA/work-items', () => ({ items: [] }));
  fake('GET /api/v1/projects/BHA/audit', () => ({ items: [] }));
  fake('GET /api/v1/runs', () => ({ items: [] }));
  fake('GET /api/v1/projects/BHA/landscapes', () => ({ items: [{ name: 'Main', environments: ['int-dev', 'int-qa', 'int-prod'] }] }));
  fake('GET /api/v1/projects/BHA/alm-integrations/i1', () => ({ id: 'i1', externalSystem: 'plans' }));
  fake('GET /api/v1/projects/BHA/pipelines', () => ({
    items: [
      { id: 'p1', name: 'order-to-cash', version: 2, project: 'BHA', stages: [], warnings: [], yaml: '' },
      { id: 'p2', name: 'hotfix', version: 1, project: 'BHA', stages: [], warnings: [], yaml: '' },
    ],
  }));
  fake('GET /api/v1/connectors', () => ({
    items: [
      connector('wagon', 'Wagons', 'transport', 'Requests', ['transport-release']),
      connector('pipes', 'Pipes', 'flow', 'Flows', ['parameter-source', 'draft-saver']),
      connector('plans', 'Plan System', '', '', ['story-source']),
    ],
  }));
  fake('GET /api/v1/projects/BHA/environments', () => ({
    items: [
      environment('dev', 'WAGON-DEV', 'wagon', true),
      environment('int-dev', 'INT-DEV', 'pipes', true),
      environment('int-prod', 'INT-PROD', 'pipes', false),
      environment('int-qa', 'INT-QA', 'pipes', false),
    ],
  }));
}
