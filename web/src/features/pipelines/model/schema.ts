import { Validator, type OutputUnit } from '@cfworker/json-schema';
import { placeOf, record, valueOf, type Flaw, type Path, type Source } from './source';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A kind of task: its parameters and what it is for. */
export interface TaskKind {
  kind: string;
  title: string;
  description: string;
  /** Without references, as forms want it. */
  parameters: JsonSchema;
}

/** Finds out of the pipeline's schema which kinds of tasks there are; the page knows none by itself. */
export function kindsOf(schema: JsonSchema): TaskKind[] {
  const task = record(record(schema['$defs'])['task']);
  return Object.entries(record(task['properties'])).flatMap(([kind, reference]) => {
    const parameters = resolved(schema, reference);
    return kind === 'name' || kind === 'parallel'
      ? []
      : [{ kind, title: titleOf(kind, parameters), description: text(parameters['description']), parameters: formSchema(schema, parameters) }];
  });
}

/** What a pipeline is told beside its stages. */
export function settingsOf(schema: JsonSchema): JsonSchema {
  const properties = Object.entries(record(formSchema(schema, schema)['properties'])).filter(([name]) => name !== 'stages');
  return { properties: Object.fromEntries(properties), required: schema['required'] };
}

export function titleOf(kind: string, schema: JsonSchema = {}): string {
  const words = kind.replaceAll('-', ' ');
  return text(schema['title']) || words.charAt(0).toUpperCase() + words.slice(1);
}

/** A task's own name has its own field. */
function formSchema(schema: JsonSchema, parameters: JsonSchema): JsonSchema {
  const properties = Object.entries(record(parameters['properties']))
    .filter(([, each]) => record(each)['$ref'] !== '#/$defs/taskName')
    .map(([name, each]) => [name, whole(schema, each)]);
  return { ...parameters, properties: Object.fromEntries(properties) as unknown };
}

/** With what its own properties refer to. */
function whole(schema: JsonSchema, part: unknown): Record<string, unknown> {
  const found = resolved(schema, part);
  if (found['properties'] === undefined) {
    return found;
  }
  const properties = Object.entries(record(found['properties'])).map(([name, each]) => [name, whole(schema, each)]);
  return { ...found, properties: Object.fromEntries(properties) as unknown };
}

function resolved(schema: JsonSchema, part: unknown): Record<string, unknown> {
  const { $ref: reference, ...own } = record(part);
  if (typeof reference !== 'string') {
    return own;
  }
  const found = reference.replace(/^#\//, '').split('/').reduce<unknown>((at, step) => record(at)[step], schema);
  return { ...resolved(schema, found), ...own };
}

/** What the schema says against a text, most precise place first. */
export interface Complaint {
  path: Path;
  keyword: string;
  /** The word of the schema's library, for keywords that the page has no text for. */
  error: string;
  /** What the keyword asks for, such as the least length. */
  wanted: unknown;
}

export function checker(schema: JsonSchema): (source: Source) => Complaint[] {
  const validator = new Validator(schema, '2020-12', false);
  return (source) => {
    const { errors } = validator.validate(valueOf(source) ?? null);
    const complaints = errors.filter(isOwn).map((unit) => complaint(schema, unit));
    return [...new Map(complaints.map((each) => [`${each.path.join('/')} ${each.keyword}`, each])).values()];
  };
}

export function located(source: Source, path: Path, message: string): Flaw {
  return { path, message, ...placeOf(source, path) };
}

const passing = new Set(['properties', 'items', '$ref', 'additionalProperties', 'prefixItems', 'allOf']);

/** Not only passed on from a part inside. */
function isOwn({ keyword }: OutputUnit): boolean {
  return !passing.has(keyword);
}

function complaint(schema: JsonSchema, { keyword, instanceLocation, keywordLocation, error }: OutputUnit): Complaint {
  const path = steps(instanceLocation).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const place = keyword === 'required' ? [...path, /"([^"]*)"/.exec(error)?.[1] ?? ''] : path;
  return { path: place, keyword, error, wanted: valueAt(schema, steps(keywordLocation)) };
}

function steps(pointer: string): string[] {
  return pointer
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((each) => each !== '')
    .map((each) => decodeURIComponent(each).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Follows a keyword's place through references. */
function valueAt(schema: JsonSchema, path: string[]): unknown {
  return path.reduce<unknown>((at, step) => {
    const part = record(at);
    if (step === '$ref') {
      return resolved(schema, { $ref: part['$ref'] });
    }
    return Array.isArray(at) ? (at as unknown[])[Number(step)] : part[step];
  }, schema);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
