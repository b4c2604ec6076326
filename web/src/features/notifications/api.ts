import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, data, type Schema } from '../../lib/api/client';

export type Choice = Schema<'MailChoicesChoice'>;
export type Topic = Choice['topics'][number];

const queryKey = ['notification-settings'];

export function useChoice() {
  return useQuery({ queryKey, queryFn: () => data(api.GET('/api/v1/notification-settings')) });
}

export function useChoose() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<Choice, 'topics' | 'language'>) =>
      data(api.PUT('/api/v1/notification-settings', { body })),
    onSuccess: (answer) => queries.setQueryData(queryKey, answer),
  });
}
