import { useState } from 'react';
import { asProblem, Problem } from '../../lib/api/problem';
import { useTexts } from '../../lib/i18n/texts';
import { texts } from '../texts';
import { useForm, type Form } from './useForm';

interface Plan<R extends { version: number }, V extends object> {
  fieldsOf: (resource: R) => V;
  /** Reads the resource anew, after somebody else was faster. */
  read: () => Promise<R>;
  /** Saves what was changed; `version` is the one that the changes were made on. */
  write: (version: number, changes: Partial<V>, before: V) => Promise<R>;
  editorOf?: (resource: R) => string | null | undefined;
}

/** Somebody else saved first. */
export interface Clash<V> {
  editor: string | undefined;
  /** Fields that only they changed: theirs stand in the form now. */
  takenOver: (keyof V & string)[];
  /** Fields that both changed: mine stand, with theirs beside. */
  contested: { name: keyof V & string; theirs: unknown }[];
}

export interface VersionedForm<V extends object> extends Form<V> {
  clash: Clash<V> | null;
  takeTheirs: (name: keyof V & string) => void;
}

/**
 * A form on something that others may change meanwhile. It follows the resource while nothing was entered; when
 * somebody else saves first, their changes are merged into the form, and saving again keeps both.
 */
export function useVersionedForm<R extends { version: number }, V extends object>(
  resource: R,
  { fieldsOf, read, write, editorOf }: Plan<R, V>,
): VersionedForm<V> {
  const t = useTexts(texts);
  const [base, setBase] = useState({ version: resource.version, fields: fieldsOf(resource) });
  const [clash, setClash] = useState<Clash<V> | null>(null);

  const form = useForm(base.fields, async (values, set) => {
    try {
      const saved = await write(base.version, changesOf(base.fields, values), base.fields);
      setBase({ version: saved.version, fields: fieldsOf(saved) });
      setClash(null);
    } catch (thrown) {
      if (asProblem(thrown).code !== 'stale') {
        throw thrown;
      }
      const now = await read();
      const theirs = fieldsOf(now);
      const merged = clashOf(base.fields, theirs, values, editorOf?.(now));
      set(Object.fromEntries(merged.takenOver.map((name) => [name, theirs[name]])) as Partial<V>);
      setBase({ version: now.version, fields: theirs });
      setClash(merged);
      throw new Problem({ type: 'about:blank', title: '', status: 412, code: 'merged', detail: t('clash') });
    }
  });

  if (resource.version > base.version && !form.isDirty && !form.isBusy) {
    setBase({ version: resource.version, fields: fieldsOf(resource) });
    form.reset(fieldsOf(resource));
  }

  return {
    ...form,
    reset: () => {
      form.reset(base.fields);
      setClash(null);
    },
    clash,
    takeTheirs: (name) => {
      form.set({ [name]: base.fields[name] } as unknown as Partial<V>);
      setClash((before) =>
        before === null ? null : { ...before, contested: before.contested.filter((each) => each.name !== name) },
      );
    },
  };
}

function clashOf<V extends object>(before: V, theirs: V, mine: V, editor: string | null | undefined): Clash<V> {
  const changed = namesOf(theirs).filter((name) => !same(theirs[name], before[name]));
  const isMine = (name: keyof V) => !same(mine[name], before[name]);
  return {
    editor: editor ?? undefined,
    takenOver: changed.filter((name) => !isMine(name)),
    contested: changed
      .filter((name) => isMine(name) && !same(mine[name], theirs[name]))
      .map((name) => ({ name, theirs: theirs[name] })),
  };
}

function changesOf<V extends object>(before: V, after: V): Partial<V> {
  const changed = namesOf(after).filter((name) => !same(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name]])) as Partial<V>;
}

function namesOf<V extends object>(values: V): (keyof V & string)[] {
  return Object.keys(values) as (keyof V & string)[];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
