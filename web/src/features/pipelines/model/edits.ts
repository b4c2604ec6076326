import { diffArrays } from 'diff';
import { isMap, isScalar, isSeq, YAMLMap, YAMLSeq, type Document, type Node } from 'yaml';
import { read, type Path } from './source';

/** A task as its form knows it. */
export interface TaskInput {
  /** Empty leaves the usual name. */
  name: string;
  kind: string;
  parameters: Readonly<Record<string, unknown>>;
}

/**
 * Changes the text by way of its document: comments stay, and lines that the change does not concern stay letter by
 * letter as they were.
 */
export function edit(text: string, change: (document: Document) => void): string {
  const { document, broken } = read(text);
  if (broken.length > 0) {
    return text;
  }
  const style = { lineWidth: 0, indentSeq: !/^stages:[^\n]*\n(\s*#[^\n]*\n)*- /m.test(text) };
  const before = document.toString(style).split('\n');
  change(document);
  const after = document.toString(style).split('\n');
  return asWritten(text.split('\n'), before, after).join('\n');
}

/** Takes the written line wherever a line only differs from it by the way the document writes. */
function asWritten(written: string[], before: string[], after: string[]): string[] {
  if (written.length !== before.length) {
    return after;
  }
  let at = 0;
  return diffArrays(before, after).flatMap(({ value, added, removed }) => {
    if (added) {
      return value;
    }
    at += value.length;
    return removed ? [] : written.slice(at - value.length, at);
  });
}

/** Of these keys of the pipeline itself; new ones stand before its stages. */
export function changeSettings(document: Document, keys: readonly string[], values: Readonly<Record<string, unknown>>): void {
  const root = document.contents;
  if (!isMap(root)) {
    return;
  }
  const before = root.toJS(document) as Record<string, unknown>;
  for (const key of keys.filter((each) => JSON.stringify(before[each]) !== JSON.stringify(values[each]))) {
    const value = values[key];
    const node = root.get(key, true);
    if (value === undefined) {
      root.delete(key);
    } else if (isMap(node) && typeof value === 'object' && value !== null) {
      mergeInto(document, node, value as Record<string, unknown>);
    } else if (node !== undefined) {
      root.set(key, flowing(document, value));
    } else {
      const stages = root.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === 'stages');
      root.items.splice(stages < 0 ? root.items.length : stages, 0, document.createPair(key, flowing(document, value)));
    }
  }
}

export function addStage(document: Document, name: string): void {
  const stages = seqAt(document, ['stages']);
  stages.add(document.createNode({ name, tasks: [] }));
}

export function renameStage(document: Document, path: Path, name: string): void {
  document.setIn([...path, 'name'], name);
}

export function moveStage(document: Document, index: number, to: number): void {
  const { items } = seqAt(document, ['stages']);
  if (to >= 0 && to < items.length) {
    items.splice(to, 0, ...items.splice(index, 1));
  }
}

export function remove(document: Document, path: Path): void {
  document.deleteIn([...path]);
  unwrap(document, path);
}

/** At the end of the stage. */
export function addTask(document: Document, stage: Path, input: TaskInput): void {
  seqAt(document, [...stage, 'tasks']).add(taskNode(document, input));
}

export function changeTask(document: Document, path: Path, input: TaskInput): void {
  const node = document.getIn([...path], true);
  if (!isMap(node)) {
    document.setIn([...path], taskNode(document, input));
    return;
  }
  const pair = node.items.find((each) => isScalar(each.key) && each.key.value !== 'name');
  if (pair === undefined || !isScalar(pair.key)) {
    node.add(document.createPair(input.kind, flowing(document, input.parameters)));
  } else if (pair.key.value === input.kind && isMap(pair.value)) {
    mergeInto(document, pair.value, input.parameters);
  } else {
    pair.key.value = input.kind;
    pair.value = flowing(document, input.parameters);
  }
  if (input.name === '') {
    node.delete('name');
  } else if (node.has('name')) {
    node.set('name', input.name);
  } else {
    node.items.unshift(document.createPair('name', input.name));
  }
}

/** Only what differs is written, so that comments and the way of writing stay. */
function mergeInto(document: Document, node: YAMLMap, parameters: Readonly<Record<string, unknown>>): void {
  const before = node.toJS(document) as Record<string, unknown>;
  for (const key of Object.keys(before)) {
    if (!(key in parameters)) {
      node.delete(key);
    }
  }
  for (const [key, value] of Object.entries(parameters)) {
    if (JSON.stringify(before[key]) !== JSON.stringify(value)) {
      node.set(key, flowing(document, value));
    }
  }
  node.flow = (node.flow === true || node.items.length === 0) && !hasLines(parameters);
}

/** Moves to a place in a list of tasks, of the same stage or another, counted before the move. */
export function moveTask(document: Document, from: Path, list: Path, index: number): void {
  const node = document.getIn([...from], true);
  const target = seqAt(document, list);
  const source = seqAt(document, from.slice(0, -1));
  const old = Number(from.at(-1));
  source.delete(old);
  target.items.splice(source === target && old < index ? index - 1 : index, 0, node);
  target.flow = false;
  unwrap(document, from);
}

/** Runs the task together with the task or group before it. */
export function joinPrevious(document: Document, path: Path): void {
  const { items } = seqAt(document, path.slice(0, -1));
  const index = Number(path.at(-1));
  const [node] = items.splice(index, 1);
  const previous = items[index - 1];
  const group = isMap(previous) ? previous.get('parallel', true) : undefined;
  if (isSeq(group)) {
    group.items.push(node);
    return;
  }
  const members = new YAMLSeq();
  members.items.push(previous, node);
  const wrap = new YAMLMap();
  wrap.add(document.createPair('parallel', members));
  items[index - 1] = wrap;
}

/** Takes the task out of its parallel group and puts it behind the group. */
export function leaveGroup(document: Document, path: Path): void {
  const group = path.slice(0, -2);
  moveTask(document, path, group.slice(0, -1), Number(group.at(-1)) + 1);
}

/** A parallel group of one is a task, one of none is nothing. */
function unwrap(document: Document, member: Path): void {
  if (member.at(-2) !== 'parallel') {
    return;
  }
  const members = seqAt(document, member.slice(0, -1));
  const group = member.slice(0, -2);
  if (members.items.length === 1) {
    document.setIn([...group], members.items[0]);
  } else if (members.items.length === 0) {
    document.deleteIn([...group]);
  }
}

function taskNode(document: Document, { name, kind, parameters }: TaskInput): YAMLMap {
  const node = new YAMLMap();
  if (name !== '') {
    node.add(document.createPair('name', name));
  }
  node.add(document.createPair(kind, flowing(document, parameters)));
  return node;
}

/** `{ by: [ role:approver ] }` on one line, as short ones are written; texts of several lines below each other. */
function flowing(document: Document, value: unknown): Node {
  const node = document.createNode(value);
  if (isMap(node) || isSeq(node)) {
    node.flow = !hasLines(value);
  }
  return node;
}

function hasLines(value: unknown): boolean {
  return JSON.stringify(value).includes('\\n');
}

function seqAt(document: Document, path: Path): YAMLSeq {
  const found = document.getIn([...path], true);
  if (isSeq(found)) {
    found.flow = false;
    return found;
  }
  const made = new YAMLSeq();
  document.setIn([...path], made);
  return made;
}
