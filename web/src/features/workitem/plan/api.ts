import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, type Schema } from '../../../lib/api/client';
import type { ItemRef } from '../api';

export type ChangeType = 'NORMAL' | 'STANDARD' | 'EMERGENCY';
export type Plan = Schema<'PromotionPlan'>;
export type Gate = Schema<'GateVerdict'>;
export type PlannedTask = Schema<'PromotionPlanPlannedTask'>;
export type Change = Schema<'PromotionPlanPlannedChange'>;
export type Order = Schema<'PromotionOrder'>;

/**
 * What Promote would do now. It is not read again behind one's back: what is confirmed is what was shown. Asking
 * again is {@link usePlan}'s `refetch`.
 */
export function usePlan({ key, id }: ItemRef, changeType: ChangeType | null) {
  return useQuery({
    queryKey: ['promotion-plan', key, id, changeType],
    queryFn: () => readPlan({ key, id }, changeType),
    // Another type keeps the old plan in sight, and the focus in its place, until the new one is read.
    placeholderData: (before, query) => (query?.queryKey[1] === key && query.queryKey[2] === id ? before : undefined),
    staleTime: 0,
    gcTime: 0,
    refetchOnReconnect: false,
  });
}

export function readPlan({ key, id }: ItemRef, changeType: ChangeType | null = null): Promise<Plan> {
  return data(
    api.GET('/api/v1/projects/{key}/work-items/{id}/promotion-plan', {
      params: { path: { key, id }, query: changeType === null ? {} : { changeType } },
    }),
  );
}

/** The candidate that a promotion would take now; follows each change of the deliverables. */
export function useCandidate(place: ItemRef) {
  return useQuery(candidateQuery(place));
}

function candidateQuery({ key, id }: ItemRef) {
  return queryOptions({
    queryKey: ['deliverables', key, id, 'candidate'],
    queryFn: () =>
      data(api.GET('/api/v1/projects/{key}/work-items/{id}/candidate', { params: { path: { key, id } } })),
  });
}

export function useRunState(runId: string | null | undefined) {
  return useQuery({
    queryKey: ['runs', runId],
    queryFn: () => data(api.GET('/api/v1/runs/{id}', { params: { path: { id: runId ?? '' } } })),
    enabled: runId != null,
  });
}

/** @param packageId promotes that release package; its order goes by the digest that was looked at */
export function usePromote({ key, id }: ItemRef, packageId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ order, idempotencyKey }: { order: Order; idempotencyKey: string }) => {
      const header = { 'Idempotency-Key': idempotencyKey };
      if (packageId !== undefined) {
        // JSON leaves out what is undefined.
        const ofPackage = { ...order, candidate: undefined };
        return data(
          api.POST('/api/v1/projects/{key}/release-packages/{id}/promotions', {
            params: { path: { key, id: packageId }, header },
            body: ofPackage,
          }),
        );
      }
      return data(
        api.POST('/api/v1/projects/{key}/work-items/{id}/promotions', {
          params: { path: { key, id }, header },
          body: order,
        }),
      );
    },
    onSuccess: () =>
      Promise.all(
        ['runs', 'work-items', 'inbox', 'audit'].map((topic) => queries.invalidateQueries({ queryKey: [topic] })),
      ),
  });
}
