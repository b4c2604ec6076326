import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { features } from './features';
import { BrokenPage } from './pages/BrokenPage';
import { NotFoundPage } from './pages/NotFoundPage';
import { ProjectFrame } from './pages/ProjectFrame';
import { ProjectStart } from './pages/ProjectStart';
import { StartPage } from './pages/StartPage';
import { Busy } from './shell/Busy';
import { Shell } from './shell/Shell';

export function createRouter() {
  return createBrowserRouter(routes());
}

function routes(): RouteObject[] {
  const project = features.flatMap((each) => each.project ?? []);
  const administration = features.flatMap((each) => each.administration ?? []);
  const elsewhere = features.flatMap((each) => each.elsewhere ?? []);
  return [
    {
      path: '/sign-in',
      lazy: async () => ({ Component: (await import('./pages/SignInPage')).SignInPage }),
      HydrateFallback: Busy,
      ErrorBoundary: BrokenPage,
    },
    {
      path: '/',
      Component: Shell,
      HydrateFallback: Busy,
      ErrorBoundary: BrokenPage,
      children: [
        {
          ErrorBoundary: BrokenPage,
          children: [
            { index: true, Component: StartPage },
            {
              path: 'projects/:key',
              Component: ProjectFrame,
              children: [{ index: true, Component: ProjectStart }, ...project],
            },
            {
              path: 'administration',
              children: [{ index: true, element: <Navigate to="projects" replace /> }, ...administration],
            },
            ...elsewhere,
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ];
}
