import { queryOptions } from '@tanstack/react-query';
import { api, data, type Schema } from './api/client';

export type InboxItem = Schema<'MyTasksItem'>;

/** What waits for this person, in all projects; read again whenever a run moves. */
export const inboxQuery = queryOptions({
  queryKey: ['inbox'],
  queryFn: () => data(api.GET('/api/v1/inbox')),
  select: (page): InboxItem[] => page.items,
});

/** One has to decide or do something; a notice only tells. */
export function isTask(item: InboxItem): boolean {
  return item.reason !== 'notice';
}

/** Names an item in an address. */
export function inboxKey(item: InboxItem): string {
  return `${item.taskId}.${item.reason}`;
}

/** Where it is looked at and decided. */
export function inboxPath(item: InboxItem): string {
  return `/projects/${item.project}/my-tasks?task=${inboxKey(item)}`;
}

/** Of the tasks of a project, or of all. */
export function itemsOf(items: readonly InboxItem[], projectKey: string | undefined): InboxItem[] {
  return items.filter((each) => projectKey === undefined || each.project === projectKey);
}
