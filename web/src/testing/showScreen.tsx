import axe from 'axe-core';
import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from '@ui5/webcomponents-react/ThemeProvider';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { expect } from 'vitest';
import { render } from 'vitest-browser-react';
import { createQueryClient } from '../lib/api/query';
import type { Feature } from '../lib/feature';
import type { Schema } from '../lib/api/client';
import { myProjectsQuery, sessionQuery } from '../lib/session';
import { fake } from './fakeApi';

interface Options {
  /** Roles of the whole server that the person has. */
  roles?: string[];
  /** The project that the screen stands in; its `roles` are the person's in it. */
  project?: Schema<'ProjectResponse'>;
}

export function project(changes: Partial<Schema<'ProjectResponse'>> = {}): Schema<'ProjectResponse'> {
  return {
    id: 'BHA',
    key: 'BHA',
    name: 'Order to Cash',
    description: 'From order to payment',
    archived: false,
    roles: ['project-admin'],
    settings: { componentRequired: false, automaticPromotion: false, transportRelease: 'developer' },
    version: 1,
    ...changes,
  };
}

/** Shows a feature's screen at its address, as somebody signed in whose rights are known from the first moment on. */
export async function showScreen(feature: Feature, path: string, { roles = ['admin'], project: inside }: Options = {}) {
  const session = { user: person(roles) };
  fake('GET /api/v1/session', () => session);
  const queries = createQueryClient();
  queries.setQueryData(sessionQuery.queryKey, session);
  if (inside !== undefined) {
    fake('GET /api/v1/projects', () => ({ items: [inside] }));
    queries.setQueryData(myProjectsQuery.queryKey, { items: [inside] });
  }
  const router = createMemoryRouter(
    [
      { path: '/projects/:key', element: <Outlet context={inside} />, children: feature.project ?? [] },
      { path: '/administration', children: feature.administration ?? [] },
      { path: '/', children: feature.elsewhere ?? [] },
      { path: '*', element: <div>Elsewhere</div> },
    ],
    { initialEntries: [path] },
  );
  const screen = await render(
    <ThemeProvider>
      <QueryClientProvider client={queries}>
        <main>
          <RouterProvider router={router} />
        </main>
      </QueryClientProvider>
    </ThemeProvider>,
  );
  return { screen, router };
}

/** axe finds nothing serious or critical in what is shown, once it has faded in: half-way its colours are not its own. */
export async function expectNoSeriousViolations(): Promise<void> {
  await expect.poll(seriousViolations, { timeout: 5_000 }).toEqual([]);
}

async function seriousViolations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

function person(roles: string[]): Schema<'UserResponse'> {
  return { id: 'u1', name: 'ada', displayName: 'Ada Admin', roles, aliases: [], locked: false, version: 1 };
}
