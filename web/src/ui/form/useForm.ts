import { useState } from 'react';
import { asProblem } from '../../lib/api/problem';

export interface Bound<T> {
  name: string;
  value: T;
  onChange: (value: T) => void;
  error: string | undefined;
}

export interface Form<V extends object> {
  values: V;
  fieldNames: string[];
  isDirty: boolean;
  isBusy: boolean;
  problem: unknown;
  set: (changes: Partial<V>) => void;
  /** What a field needs, its message included; `path` is its place in the request when that differs. */
  bind: <K extends keyof V & string>(name: K, path?: string) => Bound<V[K]>;
  submit: () => void;
  reset: (values?: V) => void;
}

/** The state of one form: values, what the server said of them, and the saving. */
export function useForm<V extends object>(
  initial: V,
  save: (values: V, set: (changes: Partial<V>) => void) => Promise<unknown>,
): Form<V> {
  const [first, setFirst] = useState(initial);
  const [values, setValues] = useState(initial);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());

  function set(changes: Partial<V>) {
    setValues((before) => ({ ...before, ...changes }));
    setTouched((before) => new Set([...before, ...Object.keys(changes)]));
  }

  async function run() {
    setIsBusy(true);
    setProblem(null);
    setTouched(new Set());
    try {
      await save(values, set);
      setFirst(values);
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      setIsBusy(false);
    }
  }

  return {
    values,
    fieldNames: Object.keys(values),
    isDirty: JSON.stringify(first) !== JSON.stringify(values),
    isBusy,
    problem,
    set,
    bind: (name, path = name) => ({
      name,
      value: values[name],
      onChange: (value) => set({ [name]: value } as unknown as Partial<V>),
      error: problem === null || touched.has(name) ? undefined : asProblem(problem).field(path),
    }),
    submit: () => void (isBusy ? undefined : run()),
    reset: (next = initial) => {
      setFirst(next);
      setValues(next);
      setProblem(null);
      setTouched(new Set());
    },
  };
}
