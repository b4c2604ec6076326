import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from '@ui5/webcomponents-react/ThemeProvider';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { createQueryClient } from '../../lib/api/query';
import { fake } from '../../testing/fakeApi';
import { inboxItem } from '../../testing/runs';
import { expectNoSeriousViolations } from '../../testing/showScreen';
import { NoticeButton } from './NoticeButton';

async function show() {
  const queries = createQueryClient();
  const router = createMemoryRouter([
    { path: '/', element: <NoticeButton /> },
    { path: '*', element: <div>Tasks</div> },
  ]);
  const screen = await render(
    <ThemeProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ThemeProvider>,
  );
  return { screen, router, queries };
}

test('counts what waits, live, and leads there', async () => {
  let items = [inboxItem(), inboxItem({ reason: 'notice', taskId: 't2', name: 'notify QA' })];
  fake('GET /api/v1/inbox', () => ({ items }));
  const { screen, router, queries } = await show();
  await expect.element(screen.getByRole('button', { name: '1 task waits for you' })).toBeVisible();
  items = [...items, inboxItem({ taskId: 't3', name: 'approve PROD' })];
  await queries.invalidateQueries({ queryKey: ['inbox'] });
  await screen.getByRole('button', { name: '2 tasks wait for you' }).click();
  await expectNoSeriousViolations();
  await screen.getByRole('link', { name: /approve PROD/ }).click();
  await expect.poll(() => router.state.location.search).toBe('?task=t3.approval');
});

test('says that nothing waits', async () => {
  fake('GET /api/v1/inbox', () => ({ items: [] }));
  const { screen } = await show();
  await screen.getByRole('button', { name: 'Nothing waits for you.' }).click();
  await expect.element(screen.getByText('Open My Tasks')).toBeVisible();
});
