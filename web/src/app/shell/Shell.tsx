import { useEffect, useState } from 'react';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Navigate, Outlet, useLocation, useMatches, useParams } from 'react-router';
import type { RouteHandle } from '../../lib/feature';
import { useTexts } from '../../lib/i18n/texts';
import { useLiveEvents, type LiveState } from '../../lib/live';
import { useMay, useSessionProblem, useUser } from '../../lib/session';
import { ForbiddenPage } from '../pages/ForbiddenPage';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { texts } from '../texts';
import { Busy } from './Busy';
import { Header } from './Header';
import { Menu } from './Menu';
import './shell.css';

/**
 * The frame around every screen of somebody signed in. Plain HTML in Horizon's look: UI5's shell bar and side
 * navigation would cost a quarter of the JavaScript that may be loaded at the start.
 */
export function Shell() {
  const t = useTexts(texts);
  const user = useUser();
  const { problem, retry } = useSessionProblem();
  const location = useLocation();
  const live = useLiveEvents(user != null);
  const [isMenuOpen, setIsMenuOpen] = useState(isWide);
  useWidth(setIsMenuOpen);
  useEscape(isMenuOpen, () => setIsMenuOpen(isWide()));
  if (user === undefined) {
    return problem === null ? <Busy /> : <ProblemMessage problem={problem} retry={retry} />;
  }
  if (user === null) {
    const returnTo = location.pathname + location.search + location.hash;
    return <Navigate to={`/sign-in?returnTo=${encodeURIComponent(returnTo)}`} replace />;
  }
  return (
    <div className="ty-shell" data-menu={isMenuOpen ? 'open' : 'closed'} data-live={live}>
      <a className="ty-skip" href="#content">
        {t('skip')}
      </a>
      <Header user={user} isMenuOpen={isMenuOpen} onToggleMenu={() => setIsMenuOpen(!isMenuOpen)} />
      {isMenuOpen && <Menu onNavigate={() => setIsMenuOpen(isWide())} />}
      <main id="content" className="ty-main" tabIndex={-1}>
        <LiveStrip live={live} />
        <Allowed />
      </main>
    </div>
  );
}

const wide = '(min-width: 900px)';

function isWide(): boolean {
  return globalThis.matchMedia(wide).matches;
}

/** The menu lies over a narrow page: it closes when the window becomes narrow, and is there again when it becomes wide. */
function useWidth(then: (isWide: boolean) => void) {
  useEffect(() => {
    const query = globalThis.matchMedia(wide);
    const listen = () => then(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, [then]);
}

function useEscape(isActive: boolean, then: () => void) {
  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        then();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}

function LiveStrip({ live }: { live: LiveState }) {
  const t = useTexts(texts);
  return (
    <div role="status">
      {live === 'reconnecting' && (
        <div className="ty-live">
          <MessageStrip design="Critical" hideCloseButton>
            {t('reconnecting')}
          </MessageStrip>
        </div>
      )}
    </div>
  );
}

/** The screen, or why this person does not get it. */
function Allowed() {
  const may = useMay();
  const { key } = useParams();
  const matches = useMatches();
  const refused = matches
    .map((match) => (match.handle as RouteHandle | undefined)?.needs)
    .find((needs) => needs !== undefined && !may(needs, key));
  return refused === undefined ? <Outlet /> : <ForbiddenPage needs={refused} />;
}
