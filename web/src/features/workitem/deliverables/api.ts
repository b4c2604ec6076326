import { useMemo } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, type Schema } from '../../../lib/api/client';
import { asProblem } from '../../../lib/api/problem';
import { usePages } from '../../../lib/api/pages';
import { upload } from '../../../lib/api/upload';
import { useConnectors, useEnvironments, type ItemRef } from '../api';

export type Deliverable = Schema<'DeliverableResource'>;
export type Collision = Schema<'CollisionResource'>;
export type Artifact = Schema<'ArtifactPageRow'>;
export type Environment = Schema<'UsedEnvironment'>;
export type Wish = Schema<'AttachRequest'>;

/** A kind that a connector brings, and where in this project one may take it from. */
export interface Kind {
  id: string;
  displayName: string;
  tabTitle: string;
  isUpload: boolean;
  hasParameters: boolean;
  /** Whether its connector releases, and saves drafts as versions. */
  canRelease: boolean;
  canSaveDrafts: boolean;
  /** Environments of its connector, sources and targets. */
  environments: Environment[];
  sources: Environment[];
}

/** The kinds of all connectors, in their order; undefined while they are being asked for. */
export function useKinds(key: string): { kinds: Kind[] | undefined; problem: unknown } {
  const connectors = useConnectors();
  const environments = useEnvironments(key);
  const kinds = useMemo(() => kindsOf(connectors.data, environments.data), [connectors.data, environments.data]);
  return { kinds, problem: connectors.error ?? environments.error };
}

function kindsOf(
  connectors: readonly Schema<'ConnectorView'>[] | undefined,
  environments: readonly Environment[] | undefined,
): Kind[] | undefined {
  if (connectors === undefined || environments === undefined) {
    return undefined;
  }
  return connectors.flatMap((connector) => {
    const own = environments.filter((each) => each.connector === connector.id);
    return connector.deliverableKinds.map((kind) => ({
      id: kind.id,
      displayName: kind.displayName,
      tabTitle: kind.tabTitle,
      isUpload: kind.upload,
      hasParameters: connector.capabilities.includes('parameter-source'),
      canRelease: connector.capabilities.includes('transport-release'),
      canSaveDrafts: connector.capabilities.includes('draft-saver'),
      environments: own,
      sources: own.filter((each) => each.source),
    }));
  });
}

export function useDeliverables({ key, id }: ItemRef) {
  return useQuery({
    queryKey: ['deliverables', key, id],
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/work-items/{id}/deliverables', { params: { path: { key, id } } })),
    select: (page) => page.items,
  });
}

/** Who may be made responsible for a manual step. */
export function useMembers(key: string) {
  return useQuery({
    queryKey: ['members', key],
    queryFn: () => data(api.GET('/api/v1/projects/{key}/members', { params: { path: { key } } })),
    select: (page) => page.items,
  });
}

export function useCollisions({ key, id }: ItemRef) {
  return useQuery({
    queryKey: ['deliverables', key, id, 'collisions'],
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/work-items/{id}/collisions', { params: { path: { key, id } } })),
    select: (page) => page.items,
  });
}

/** What the user stories of a feature carry and the feature does not. */
export function useOfStories({ key, id }: ItemRef, isEnabled: boolean) {
  return useQuery({
    queryKey: ['deliverables', key, id, 'of-stories'],
    queryFn: () =>
      data(
        api.GET('/api/v1/projects/{key}/work-items/{id}/deliverables/of-stories', {
          params: { path: { key, id } },
        }),
      ),
    select: (page) => page.items,
    enabled: isEnabled,
  });
}

export function useInclude(item: ItemRef) {
  return useChange(item, (ids: string[]) =>
    data(
      api.POST('/api/v1/projects/{key}/work-items/{id}/deliverables/of-stories', {
        params: { path: item },
        body: { ids },
      }),
    ),
  );
}

export function useAttach(item: ItemRef) {
  return useChange(item, (wish: Wish) =>
    data(
      api.POST('/api/v1/projects/{key}/work-items/{id}/deliverables', {
        params: { path: item, query: { kind: wish.kind } },
        body: wish,
      }),
    ),
  );
}

export interface Upload {
  kind: string;
  file: File;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

export function useUpload(item: ItemRef) {
  return useChange(item, ({ kind, file, onProgress, signal }: Upload) =>
    upload(
      `/api/v1/projects/${item.key}/work-items/${item.id}/deliverables?kind=${encodeURIComponent(kind)}`,
      file,
      onProgress,
      signal,
    ),
  );
}

export function useDetach(item: ItemRef) {
  return useChange(item, (deliverableId: string) =>
    data(
      api.DELETE('/api/v1/projects/{key}/work-items/{id}/deliverables/{deliverableId}', {
        params: { path: { ...item, deliverableId } },
      }),
    ),
  );
}

/** Releases at the source; cannot be undone. */
export function useRelease(item: ItemRef) {
  return useChange(item, (deliverableId: string) =>
    data(
      api.POST('/api/v1/projects/{key}/work-items/{id}/deliverables/{deliverableId}/release', {
        params: { path: { ...item, deliverableId } },
      }),
    ),
  );
}

/** Saves a draft as a version at its source, and attaches that. */
export function useSaveDraft(item: ItemRef) {
  return useChange(item, (body: Schema<'DraftRequest'>) =>
    data(api.POST('/api/v1/projects/{key}/work-items/{id}/deliverables/saved-versions', { params: { path: item }, body })),
  );
}

export function useOrder(item: ItemRef) {
  return useChange(item, (ids: string[]) =>
    data(
      api.PUT('/api/v1/projects/{key}/work-items/{id}/deliverables/order', {
        params: { path: item },
        body: { ids },
      }),
    ),
  );
}

function useChange<Input, Output>(item: ItemRef, change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['deliverables', item.key, item.id] }),
        queries.invalidateQueries({ queryKey: ['artifacts'] }),
        queries.invalidateQueries({ queryKey: ['work-items', item.key, item.id] }),
        queries.invalidateQueries({ queryKey: ['validations', item.key, item.id] }),
      ]),
  });
}

/** Browses an environment live: the rows below `parent`, or those that fit `search`. */
export function useArtifacts(environmentId: string, parent: string | undefined, search: string) {
  return usePages(['artifacts', environmentId, parent, search], (cursor) =>
    data(
      api.GET('/api/v1/environments/{id}/artifacts', {
        params: {
          path: { id: environmentId },
          query: {
            limit: 50,
            ...(parent === undefined ? {} : { parent }),
            ...(search === '' ? {} : { q: search }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        },
      }),
    ),
  );
}

export interface Attached {
  externalId: string;
  outcome: 'RUNNING' | 'DONE' | 'REFUSED';
  message?: string;
}

/** Attaches one after the other, because each of them asks the source, and goes on after a refusal. */
export async function attachAll(
  wishes: readonly Wish[],
  attach: (wish: Wish) => Promise<unknown>,
  tell: (results: Attached[]) => void,
): Promise<Attached[]> {
  const results: Attached[] = [];
  for (const wish of wishes) {
    const externalId = wish.externalId ?? '';
    tell([...results, { externalId, outcome: 'RUNNING' }]);
    try {
      await attach(wish);
      results.push({ externalId, outcome: 'DONE' });
    } catch (thrown) {
      const problem = asProblem(thrown);
      results.push({ externalId, outcome: 'REFUSED', message: problem.field('externalId') ?? problem.message });
    }
    tell([...results]);
  }
  return results;
}
