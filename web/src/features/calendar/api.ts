import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, ifMatch, type Schema } from '../../lib/api/client';

export type Entry = Schema<'CalendarView'>;
export type EntryInput = Schema<'CalendarInput'>;
export type Kind = Entry['kind'];

const dayMs = 86_400_000;

export function useEntries() {
  return useQuery({ queryKey: ['calendar', 'entries'], queryFn: () => data(api.GET('/api/v1/calendar')) });
}

export function readEntry(id: string): Promise<Entry> {
  return data(api.GET('/api/v1/calendar/{id}', { params: { path: { id } } }));
}

/** From now on, so many days ahead. */
export function useUpcoming(days: number) {
  return useQuery({
    queryKey: ['calendar', 'occurrences', days],
    queryFn: () => {
      const now = Date.now();
      const query = { from: new Date(now).toISOString(), to: new Date(now + days * dayMs).toISOString() };
      return data(api.GET('/api/v1/calendar/occurrences', { params: { query } }));
    },
  });
}

export function useCreate() {
  return useChange((body: EntryInput) => data(api.POST('/api/v1/calendar', { body })));
}

export function useReplace() {
  return useChange(({ id, version, body }: { id: string; version: number; body: EntryInput }) =>
    data(api.PUT('/api/v1/calendar/{id}', { params: { path: { id }, header: ifMatch(version) }, body })),
  );
}

export function useRemove() {
  return useChange((id: string) => data(api.DELETE('/api/v1/calendar/{id}', { params: { path: { id } } })));
}

/** A new address to subscribe to; the old one ends. */
export function useSubscribe() {
  return useMutation({ mutationFn: () => data(api.POST('/api/v1/calendar/feed')) });
}

export function useEnvironmentChoices() {
  return useQuery({
    queryKey: ['environments', 'choices'],
    queryFn: () => data(api.GET('/api/v1/environments', { params: { query: { limit: 500 } } })),
  });
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['calendar'] }),
  });
}
