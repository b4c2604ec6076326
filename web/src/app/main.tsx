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
import { chosenLanguage, speakFirst } from '../lib/i18n/language';
import { inboxQuery } from '../lib/inbox';
import { myProjectsQuery, sessionQuery } from '../lib/session';
import { applyTheme } from '../lib/theme';
import { createRouter } from './router';

const queries = createQueryClient();
onSignedOut(() => queries.setQueryData(sessionQuery.queryKey, { user: null }));

async function start(root: HTMLElement) {
  askAhead().catch(() => undefined);
  await Promise.all([speakFirst(chosenLanguage()), applyTheme()]);
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

/** What every page asks first is under way while the browser still works through the code; a failure shows there. */
async function askAhead() {
  const session = await queries.query(sessionQuery);
  if (session.user != null) {
    await Promise.all([queries.query(myProjectsQuery), queries.query(inboxQuery)]);
  }
}

const root = document.getElementById('root');
if (root !== null) {
  void start(root);
}
