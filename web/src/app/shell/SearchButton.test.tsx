import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from '@ui5/webcomponents-react/ThemeProvider';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { createQueryClient } from '../../lib/api/query';
import { callsOf, fake } from '../../testing/fakeApi';
import { expectNoSeriousViolations } from '../../testing/showScreen';
import { SearchButton } from './SearchButton';

const item = {
  id: 'BHA-16',
  externalId: '6-28',
  title: 'Electronic invoice',
  status: { code: 'x', label: 'In Testing' },
  pipelineStage: 'QA',
  pipelineStatus: 'WAITING',
};

test('finds by keyboard alone and goes there', async () => {
  fake('GET /api/v1/search', () => ({ items: [item, { ...item, id: 'WMS-2', title: 'Invoice of a carrier' }] }));
  const router = createMemoryRouter([
    { path: '/', element: <SearchButton /> },
    { path: '*', element: <div>Elsewhere</div> },
  ]);
  const screen = await render(
    <ThemeProvider>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ThemeProvider>,
  );
  await expect.element(screen.getByRole('button', { name: 'Search' })).toBeVisible();
  await userEvent.keyboard('/');
  await expect.element(screen.getByText('Type at least three characters.')).toBeVisible();
  await userEvent.type(screen.getByRole('searchbox'), 'inv');
  await expect.element(screen.getByText('2 found')).toBeVisible();
  expect(callsOf('GET /api/v1/search').at(-1)?.query.get('q')).toBe('inv');
  await expect.element(screen.getByText('QA - Waiting').first()).toBeVisible();
  await expectNoSeriousViolations();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await expect.poll(() => router.state.location.pathname).toBe('/projects/WMS/user-stories/WMS-2');
});
