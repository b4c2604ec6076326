import './assets/ui5';
import './assets/fonts.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider } from '@ui5/webcomponents-react/ThemeProvider';
import { RouterProvider } from 'react-router';
import { onSignedOut } from '../lib/api/client';
import { createQueryClient } from '../lib/api/query';
import { chosenLanguage, speak } from '../lib/i18n/language';
import { sessionQuery } from '../lib/session';
import { applyTheme } from '../lib/theme';
import { createRouter } from './router';

const queries = createQueryClient();
onSignedOut(() => queries.setQueryData(sessionQuery.queryKey, { user: null }));

async function start(root: HTMLElement) {
  await Promise.all([applyTheme(), speak(chosenLanguage())]);
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={createRouter()} />
        </QueryClientProvider>
      </ThemeProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root !== null) {
  void start(root);
}
