import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, data, type Schema } from './api/client';

export type Connector = Schema<'ConnectorView'>;

const connectorsQuery = queryOptions({
  queryKey: ['connectors'],
  queryFn: () => data(api.GET('/api/v1/connectors')),
  staleTime: 5 * 60_000,
});

/** What this server can connect to; undefined while it is asked. */
export function useConnectors(): Connector[] | undefined {
  return useQuery(connectorsQuery).data?.items;
}

/** The name that people know a connector by. */
export function connectorName(connectors: readonly Connector[] | undefined, id: string): string {
  return connectors?.find((each) => each.id === id)?.displayName ?? id;
}
