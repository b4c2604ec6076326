import { expect, test } from 'vitest';
import { addStage, addTask, changeSettings, changeTask, edit, joinPrevious, leaveGroup, moveStage, moveTask, remove } from './edits';

const text = `# Agreed with the basis team.
name: standard
stages:
  - name: QA
    tasks:
      - build: {}   # everything
      - validate: { checks: [downgrade] }
      # four eyes
      - approve: { by: [role:release-manager], exclude: [promoter] }
  - name: PROD
    tasks:
      - deploy: { stage: PROD }
`;
const qa = ['stages', 0];
const tasks = [...qa, 'tasks'];

test('adds a task and leaves every other line as it was written', () => {
  const next = edit(text, (document) =>
    addTask(document, qa, { name: '', kind: 'deploy', parameters: { environment: 'CPI-QA' } }),
  );
  expect(next).toBe(text.replace('  - name: PROD', '      - deploy: { environment: CPI-QA }\n  - name: PROD'));
});

test('changes what the pipeline is told, before its stages, and takes it away again', () => {
  const keys = ['name', 'changeTypes', 'emergency'];
  const told = { name: 'standard', changeTypes: ['EMERGENCY'], emergency: { onDuty: ['role:approver'] } };
  const next = edit(text, (document) => changeSettings(document, keys, told));
  expect(next).toBe(text.replace('stages:', 'changeTypes: [ EMERGENCY ]\nemergency: { onDuty: [ role:approver ] }\nstages:'));
  expect(edit(next, (document) => changeSettings(document, keys, { name: 'standard' }))).toBe(text);
});

test('keeps the comments of an emergency of which one part changes', () => {
  const emergency = 'emergency:\n  onDuty: [role:approver] # by phone\n  afterwards: { by: [role:admin], within: P3D }\n';
  const before = text.replace('stages:', `${emergency}stages:`);
  const next = edit(before, (document) =>
    changeSettings(document, ['name', 'emergency'], {
      name: 'standard',
      emergency: { onDuty: ['role:approver'], afterwards: { by: ['role:admin'], within: 'P5D' } },
    }),
  );
  expect(next).toBe(before.replace('afterwards: { by: [role:admin], within: P3D }', 'afterwards: { by: [ role:admin ], within: P5D }'));
});

test('changes one parameter and keeps the comments', () => {
  const next = edit(text, (document) =>
    changeTask(document, [...tasks, 2], {
      name: '',
      kind: 'approve',
      parameters: { by: ['role:release-manager'], exclude: ['promoter'], min: 2 },
    }),
  );
  expect(next).toContain('# four eyes');
  expect(next).toContain('- build: {}   # everything');
  expect(next).toContain('- approve: { by: [ role:release-manager ], exclude: [ promoter ], min: 2 }');
});

test('gives a task a name and takes it away again', () => {
  const named = edit(text, (document) =>
    changeTask(document, [...tasks, 0], { name: 'Freeze', kind: 'build', parameters: {} }),
  );
  expect(named).toContain('- name: Freeze\n        build: {}');
  const back = edit(named, (document) => changeTask(document, [...tasks, 0], { name: '', kind: 'build', parameters: {} }));
  expect(back).toContain('- build: {}');
});

test('moves a task with its comment, within a stage and to another', () => {
  const up = edit(text, (document) => moveTask(document, [...tasks, 2], tasks, 0));
  expect(up.indexOf('approve')).toBeLessThan(up.indexOf('build'));
  expect(up).toContain('four eyes');
  const across = edit(text, (document) => moveTask(document, [...tasks, 1], ['stages', 1, 'tasks'], 1));
  expect(across.indexOf('validate')).toBeGreaterThan(across.indexOf('deploy'));
});

test('groups tasks in parallel and dissolves a group of one', () => {
  const grouped = edit(text, (document) => joinPrevious(document, [...tasks, 1]));
  expect(grouped).toContain('- parallel:\n          - build: {}');
  const left = edit(grouped, (document) => leaveGroup(document, [...tasks, 0, 'parallel', 1]));
  expect(left).not.toContain('parallel');
  expect(left.indexOf('validate')).toBeLessThan(left.indexOf('approve'));
});

test('moves and removes stages', () => {
  const moved = edit(text, (document) => moveStage(document, 0, 1));
  expect(moved.indexOf('PROD')).toBeLessThan(moved.indexOf('QA'));
  const removed = edit(text, (document) => remove(document, qa));
  expect(removed).not.toContain('QA');
});

test('fills a new stage', () => {
  const added = edit(text, (document) => addStage(document, 'UAT'));
  const filled = edit(added, (document) =>
    addTask(document, ['stages', 2], { name: '', kind: 'wait-for-promotion', parameters: {} }),
  );
  expect(filled).toContain('  - name: UAT\n    tasks:\n      - wait-for-promotion: {}\n');
});

test('keeps lists without indentation as they are', () => {
  const flat = 'name: x\nstages:\n- name: QA\n  tasks:\n  - build: {}\n';
  const next = edit(flat, (document) => addTask(document, qa, { name: '', kind: 'notify', parameters: { text: 'a\nb' } }));
  expect(next).toBe(`${flat}  - notify:\n      text: |-\n        a\n        b\n`);
});

test('does not touch what cannot be read', () => {
  expect(edit('name: [', (document) => addStage(document, 'QA'))).toBe('name: [');
});
