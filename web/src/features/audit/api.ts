import { useMutation } from '@tanstack/react-query';
import { api, data, type Schema } from '../../lib/api/client';
import { usePages } from '../../lib/api/pages';

export type Entry = Schema<'AuditLogEntry'>;

export interface Filter {
  project: string;
  actor: string;
  action: string;
  subject: string;
  from: string;
  to: string;
}

export function useAudit(filter: Filter) {
  const { from, to, ...words } = filter;
  const query = {
    ...Object.fromEntries(Object.entries(words).filter(([, value]) => value.trim() !== '')),
    ...(from === '' ? {} : { from: new Date(`${from}T00:00`).toISOString() }),
    ...(to === '' ? {} : { to: new Date(`${to}T23:59:59.999`).toISOString() }),
  };
  return usePages(['audit', query], (cursor) =>
    data(api.GET('/api/v1/audit', { params: { query: { ...query, ...(cursor === undefined ? {} : { cursor }) } } })),
  );
}

export function useVerifyAudit() {
  return useMutation({ mutationFn: () => data(api.POST('/api/v1/audit/verify')) });
}
