import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checker, kindsOf, located, settingsOf, type JsonSchema } from './schema';
import { read } from './source';

const file = join(import.meta.dirname, '../../../../../server/src/main/resources/pipelines/schema.json');
const schema = JSON.parse(readFileSync(file, 'utf8')) as JsonSchema;

test('finds every kind of task with a form for its parameters', () => {
  const kinds = kindsOf(schema);
  expect(kinds.map(({ kind }) => kind)).toContain('wait-for-promotion');
  for (const { kind, parameters } of kinds) {
    expect(JSON.stringify(parameters), kind).not.toContain('$ref');
  }
  const message = kinds.find(({ kind }) => kind === 'wait-for-message');
  expect(Object.keys(message?.parameters['properties'] as object)).toContain('name');
});

test('finds what a pipeline is told beside its stages, and what an approval is told when nobody decides', () => {
  const settings = settingsOf(schema);
  expect(Object.keys(settings['properties'] as object)).toEqual(['name', 'description', 'changeTypes', 'emergency']);
  expect(JSON.stringify(settings)).not.toContain('$ref');
  const approve = kindsOf(schema).find(({ kind }) => kind === 'approve');
  expect(approve?.parameters['properties']).toMatchObject({ escalate: { properties: { after: { type: 'string' }, to: { type: 'array' } } } });
});

test('says what is wrong at its line and column', () => {
  const source = read('name: x\nstages:\n  - name: QA\n    tasks:\n      - buld: {}\n      - approve: { min: many }\n');
  const found = checker(schema)(source).map((each) => {
    const { line, column } = located(source, each.path, '');
    return `${line}:${column} ${each.keyword} ${each.path.join('.')}`;
  });
  expect(found).toEqual([
    '5:9 false stages.0.tasks.0.buld',
    '6:9 required stages.0.tasks.1.approve.by',
    '6:20 type stages.0.tasks.1.approve.min',
  ]);
});

test('follows the templates', () => {
  expect(checker(schema)(read('name: x\nstages:\n  - name: QA\n    tasks:\n      - build:\n'))).toEqual([]);
});
