import { useState } from 'react';
import { useSearchParams } from 'react-router';

const month = 30 * 24 * 60 * 60 * 1000;

export interface Period {
  from: string;
  to: string;
}

/** The days of a report, in the address; the last thirty at first. */
export function usePeriod(): [Period, (changes: Partial<Period>) => void] {
  const [search, setSearch] = useSearchParams();
  const [usual] = useState(() => ({ from: day(Date.now() - month), to: day(Date.now()) }));
  const period = { from: search.get('from') ?? usual.from, to: search.get('to') ?? usual.to };
  return [period, (changes) => setSearch({ ...period, ...changes }, { replace: true })];
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
