import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';

/** Where a part of the pipeline stands: `['stages', 0, 'tasks', 2, 'approve']`. */
export type Path = readonly (string | number)[];

/** Something wrong, at a place in the text and, when it can be told, in the pipeline. */
export interface Flaw {
  path: Path;
  message: string;
  /** From 1. */
  line: number;
  column: number;
}

export interface TaskBox {
  type: 'task';
  path: Path;
  name: string | undefined;
  /** Undefined while the text names none. */
  kind: string | undefined;
  parameters: Readonly<Record<string, unknown>>;
}

export interface GroupBox {
  type: 'group';
  path: Path;
  tasks: TaskBox[];
}

export type Entry = TaskBox | GroupBox;

export interface StageColumn {
  path: Path;
  name: string;
  entries: Entry[];
}

/** What is drawn of a text, as far as it has the shape of a pipeline. */
export interface Drawing {
  name: string;
  stages: StageColumn[];
}

export interface Source {
  text: string;
  document: Document;
  lines: LineCounter;
  /** What is no YAML; then nothing of the text can be drawn. */
  broken: Flaw[];
}

export function read(text: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { path: [], message: error.message, line, column: col };
  });
  return { text, document, lines, broken };
}

export function valueOf({ document }: Source): unknown {
  // Aliases are refused by the server, too; without a limit they could grow for ever.
  return document.toJS({ maxAliasCount: 0 }) as unknown;
}

export function draw(source: Source): Drawing {
  const root = record(valueOf(source));
  return {
    name: words(root['name']),
    stages: list(root['stages']).map((stage, index) => column(record(stage), ['stages', index])),
  };
}

function column(stage: Record<string, unknown>, path: Path): StageColumn {
  const entries = list(stage['tasks']).map((entry, index) => box(record(entry), [...path, 'tasks', index]));
  return { path, name: words(stage['name']), entries };
}

function box(entry: Record<string, unknown>, path: Path): Entry {
  if (!('parallel' in entry)) {
    return task(entry, path);
  }
  const tasks = list(entry['parallel']).map((each, index) => task(record(each), [...path, 'parallel', index]));
  return { type: 'group', path, tasks };
}

function task(entry: Record<string, unknown>, path: Path): TaskBox {
  const kind = Object.keys(entry).find((key) => key !== 'name');
  const parameters = record(kind === undefined ? undefined : entry[kind]);
  const name = entry['name'] ?? (kind === 'wait-for-message' ? undefined : parameters['name']);
  return { type: 'task', path, kind, parameters, name: name === undefined ? undefined : words(name) };
}

/** Line and column of a part; of the nearest one around it when it is missing itself. */
export function placeOf({ document, lines }: Source, path: Path): { line: number; column: number } {
  let at: unknown = document.contents;
  let offset = offsetOf(at) ?? 0;
  for (const step of path) {
    const next = stepInto(at, step);
    if (next === undefined) {
      break;
    }
    offset = next.offset ?? offset;
    at = next.node;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function stepInto(node: unknown, step: string | number): { node: unknown; offset: number | undefined } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(step));
    return pair === undefined ? undefined : { node: pair.value, offset: offsetOf(pair.key) };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item, offset: offsetOf(item) };
  }
  return undefined;
}

function offsetOf(node: unknown): number | undefined {
  if (isPair(node)) {
    return offsetOf(node.key);
  }
  return isNode(node) ? (node.range?.[0] ?? undefined) : undefined;
}

/** `stages[0].tasks[2].approve` as the server writes paths. */
export function pathOf(field: string): Path {
  return [...field.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name = '']) =>
    index === undefined ? name : Number(index),
  );
}

export function isWithin(path: Path, outer: Path): boolean {
  return outer.length <= path.length && outer.every((step, index) => String(step) === String(path[index]));
}

export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
