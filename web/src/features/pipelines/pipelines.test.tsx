import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake, Refused } from '../../testing/fakeApi';
import { expectNoSeriousViolations, project, showScreen } from '../../testing/showScreen';
import { feature } from './feature';

const path = '/projects/BHA/release-pipelines';
const yaml = `# agreed
name: standard
stages:
  - name: QA
    tasks:
      - build: {}
      - deploy: { environment: CPI-QA }
  - name: PROD
    tasks:
      - wait-for-promotion: {}
`;
const pipeline = { id: 'p1', project: 'BHA', version: 2, name: 'standard', description: 'To QA and PROD', warnings: [], yaml };
const stages = [{ name: 'QA' }, { name: 'PROD' }];
const task = {
  properties: {
    name: { type: 'string' },
    build: { type: 'object', properties: {} },
    deploy: {
      type: 'object',
      description: 'Deploys.',
      properties: { environment: { type: 'string' }, backup: { type: 'boolean' } },
      additionalProperties: false,
    },
    'wait-for-promotion': { type: 'object' },
    approve: {
      type: 'object',
      properties: {
        by: { type: 'array', items: { type: 'string' } },
        escalate: {
          type: 'object',
          required: ['after', 'to'],
          properties: { after: { type: 'string' }, to: { type: 'array', items: { type: 'string' } } },
        },
      },
    },
    'brand-new': { type: 'object', properties: { colour: { type: 'string', title: 'Colour' } } },
  },
  additionalProperties: false,
};
const schema = {
  required: ['name', 'stages'],
  properties: {
    name: { type: 'string' },
    changeTypes: { type: 'array', items: { enum: ['NORMAL', 'STANDARD', 'EMERGENCY'] } },
    emergency: {
      type: 'object',
      properties: {
        onDuty: { $ref: '#/$defs/people' },
        afterwards: { type: 'object', properties: { by: { $ref: '#/$defs/people' }, within: { type: 'string' } } },
      },
    },
    stages: { items: { properties: { tasks: { minItems: 1, items: { $ref: '#/$defs/task' } } } } },
  },
  $defs: { task, people: { type: 'array', items: { type: 'string' } } },
};

function fakes(answer: Record<string, unknown> = {}) {
  fake('GET /api/v1/projects/BHA/pipelines', () => ({ items: [{ ...pipeline, stages }] }));
  fake('GET /api/v1/projects/BHA/pipelines/p1', () => ({ ...pipeline, stages, ...answer }));
  fake('GET /api/v1/pipelines/schema', () => schema);
  fake('GET /api/v1/pipelines/templates', () => ({ items: [{ name: 'simple', description: 'Just QA', yaml }] }));
  fake('GET /api/v1/projects/BHA/environments', () => ({ items: [{ name: 'CPI-QA' }, { name: 'CPI-PROD' }] }));
  fake('GET /api/v1/projects/BHA/members', () => ({ items: [{ name: 'rita', roles: ['release-manager'] }] }));
  fake('GET /api/v1/runs', () => ({ items: [] }));
}

async function show(address: string) {
  return showScreen(feature, address, { project: project({ defaultPipelineId: 'p1' }) });
}

test('lists the pipelines, their stages and what uses them', async () => {
  fakes();
  fake('GET /api/v1/runs', ({ query }) => ({
    items: query.get('state') === 'WAITING' ? [{ id: 'r', workItemId: 'BHA-1', pipeline: { id: 'p1', version: 1 } }] : [],
  }));
  const { screen } = await show(path);
  await expect.element(screen.getByRole('row', { name: /standard.*QA > PROD.*1 open run/ })).toBeVisible();
  await expect.element(screen.getByText('1 of them on an older version')).toBeVisible();
  await expectNoSeriousViolations();
});

test('moves a task by keyboard and saves the text with its comments', async () => {
  fakes();
  fake('PUT /api/v1/projects/BHA/pipelines/p1', ({ body }) => ({ ...pipeline, stages, version: 3, yaml: body }));
  const { screen } = await show(`${path}/p1`);
  const deploy = screen.getByRole('button', { name: /^Deploy environment/ });
  await expect.element(deploy).toBeVisible();
  await expectNoSeriousViolations();
  (deploy.element() as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(document.activeElement?.textContent).toContain('Deploy');
  await screen.getByText('Save', { exact: true }).click();
  const moved = yaml.replace(/( +- build: \{\}\n)(.*\n)/, '$2$1');
  await expect.poll(() => callsOf('PUT /api/v1/projects/BHA/pipelines/p1')[0]?.body).toBe(moved);
  expect(callsOf('PUT /api/v1/projects/BHA/pipelines/p1')[0]?.headers.get('If-Match')).toBe('"2"');
});

test('edits the parameters of a kind that the page has never heard of', async () => {
  fakes();
  const { screen } = await show(`${path}/new`);
  await screen.getByRole('button', { name: 'Start from This: Template simple' }).click();
  await screen.getByRole('button', { name: 'Add Task to QA' }).click();
  await expect.element(screen.getByText('Add Task to QA').first()).toBeVisible();
  const kind = document.querySelector('ui5-dialog ui5-select');
  kind?.dispatchEvent(
    new CustomEvent('change', { detail: { selectedOption: kind.querySelector('ui5-option[value="brand-new"]') } }),
  );
  await screen.getByRole('textbox', { name: 'Colour' }).click();
  await userEvent.keyboard('blue');
  await screen.getByText('Add', { exact: true }).click();
  await expect.element(screen.getByRole('button', { name: /^Brand new colour: blue/ })).toBeVisible();
});

test('edits which changes a pipeline accepts and how its emergencies go', async () => {
  fakes();
  fake('PUT /api/v1/projects/BHA/pipelines/p1', ({ body }) => ({ ...pipeline, stages, version: 3, yaml: body }));
  const { screen } = await show(`${path}/p1`);
  await screen.getByRole('button', { name: /^Pipeline Settings/ }).click();
  await screen.getByRole('checkbox', { name: 'NORMAL' }).click();
  await screen.getByRole('checkbox', { name: 'EMERGENCY' }).click();
  for (const [field, value] of [['On duty', 'role:approver'], ['By', 'user:rita'], ['Within', 'P3D']] as const) {
    await screen.getByRole('textbox', { name: new RegExp(`^${field}`) }).click();
    await userEvent.keyboard(`${value}{Tab}`);
  }
  await expectNoSeriousViolations();
  await screen.getByText('Apply', { exact: true }).click();
  await expect.element(screen.getByRole('button', { name: /Pipeline Settings name: standard changeTypes: NORMAL, EMERGENCY/ })).toBeVisible();
  await screen.getByText('Save', { exact: true }).click();
  await expect
    .poll(() => callsOf('PUT /api/v1/projects/BHA/pipelines/p1')[0]?.body)
    .toBe(
      yaml.replace(
        'stages:',
        'changeTypes: [ NORMAL, EMERGENCY ]\nemergency: { onDuty: [ role:approver ], afterwards: { by: [ user:rita ], within: P3D } }\nstages:',
      ),
    );
});

test('edits by fields of their own to whom an approval is escalated', async () => {
  const approve = 'approve: { by: [role:approver], escalate: { after: PT8H, to: [role:admin] } }';
  fakes({ yaml: yaml.replace('build: {}', approve) });
  fake('PUT /api/v1/projects/BHA/pipelines/p1', ({ body }) => ({ ...pipeline, stages, version: 3, yaml: body }));
  const { screen } = await show(`${path}/p1`);
  await screen.getByRole('button', { name: /^Approve by/ }).click();
  const after = screen.getByRole('textbox', { name: /^After/ });
  await expect.element(after).toHaveValue('PT8H');
  await after.fill('P1D');
  await screen.getByText('Apply', { exact: true }).click();
  await screen.getByText('Save', { exact: true }).click();
  await expect
    .poll(() => callsOf('PUT /api/v1/projects/BHA/pipelines/p1')[0]?.body)
    .toMatch(/approve: \{ by: .*, escalate: \{ after: P1D, to: \[ role:admin \] \} \}/);
});

test('shows errors at the box and with line and column', async () => {
  fakes({ yaml: yaml.replace('environment: CPI-QA', 'enviroment: CPI-QA') });
  const { screen } = await show(`${path}/p1`);
  await expect.element(screen.getByText('enviroment is not known here.').first()).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Line 7, column 19' })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: /Deploy .* enviroment is not known here/ })).toBeVisible();
  await expectNoSeriousViolations();
});

test('shows where the server finds something wrong', async () => {
  fakes();
  fake('POST /api/v1/projects/BHA/pipelines', () => {
    const error = { field: 'stages[0].tasks[1].deploy.environment', code: 'x', message: 'No such environment', line: 7, column: 19 };
    return new Refused(400, 'invalid-pipeline', 'Line 7, column 19: No such environment', [error]);
  });
  const { screen } = await show(`${path}/new`);
  await screen.getByRole('button', { name: 'Start from This: Template simple' }).click();
  await screen.getByText('Create Pipeline').click();
  await expect.element(screen.getByRole('button', { name: /Deploy .* No such environment/ })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Line 7, column 19' })).toBeVisible();
});

test('says whose save won and merges both', async () => {
  let current = { ...pipeline, stages };
  fakes();
  fake('GET /api/v1/projects/BHA/pipelines/p1', () => current);
  const versions = [{ version: 3, createdBy: 'rita', createdAt: '2026-11-22T10:00:00Z', yaml: '' }];
  fake('GET /api/v1/projects/BHA/pipelines/p1/versions', () => ({ items: versions }));
  fake('PUT /api/v1/projects/BHA/pipelines/p1', ({ headers, body }) => {
    if (headers.get('If-Match') !== '"3"') {
      current = { ...current, version: 3, yaml: yaml.replace('# agreed', '# agreed twice') };
      return new Refused(412, 'stale', 'It is at version 3 by now.');
    }
    return { ...current, version: 4, yaml: body };
  });
  const { screen } = await show(`${path}/p1`);
  const wait = screen.getByRole('button', { name: 'Wait for promotion', exact: true });
  await expect.element(wait).toBeVisible();
  (wait.element() as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await screen.getByText('Save', { exact: true }).click();
  await expect.element(screen.getByText(/rita saved version 3/)).toBeVisible();
  await expect.element(screen.getByText('# agreed twice').first()).toBeVisible();
  await expectNoSeriousViolations();
  await screen.getByText('Merge Both').click();
  await screen.getByText('Save', { exact: true }).click();
  await expect.poll(() => callsOf('PUT /api/v1/projects/BHA/pipelines/p1')[1]?.body).toContain('# agreed twice');
  expect(callsOf('PUT /api/v1/projects/BHA/pipelines/p1')[1]?.body).toMatch(/deploy.*\n +- wait-for-promotion/);
});

test('compares two versions', async () => {
  fakes();
  const version = (number: number, text: string) => ({ version: number, createdBy: 'paul', createdAt: '2026-11-22T10:00:00Z', yaml: text });
  fake('GET /api/v1/projects/BHA/pipelines/p1/versions', () => ({
    items: [version(2, yaml), version(1, yaml.replace('CPI-QA', 'CPI-OLD'))],
  }));
  const { screen } = await show(`${path}/p1/versions`);
  await expect.element(screen.getByRole('row', { name: /Removed - deploy: { environment: CPI-OLD }/ })).toBeVisible();
  await expect.element(screen.getByRole('row', { name: /Added - deploy: { environment: CPI-QA }/ })).toBeVisible();
  await expectNoSeriousViolations();
});

test('only shows the picture to people who may not edit', async () => {
  fakes();
  const { screen } = await showScreen(feature, `${path}/p1`, { roles: [], project: project({ roles: ['viewer'] }) });
  await expect.element(screen.getByRole('button', { name: /^Deploy environment/ })).toBeVisible();
  expect(screen.getByText('Save', { exact: true }).query()).toBeNull();
  expect(screen.getByText('Add Task').query()).toBeNull();
});
