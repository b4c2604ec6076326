import { Link, useLocation, useParams } from 'react-router';
import type { NavEntry } from '../../lib/feature';
import { useLanguage, useTexts } from '../../lib/i18n/texts';
import { useMay } from '../../lib/session';
import { entriesOf } from '../features';
import { LightIcon } from '../../ui/LightIcon';
import { texts } from '../texts';

interface Place {
  entry: NavEntry;
  to: string;
}

/** The side navigation: a project's places, or those of the administration. */
export function Menu({ onNavigate }: { onNavigate: () => void }) {
  const t = useTexts(texts);
  const { key } = useParams();
  const { pathname } = useLocation();
  const may = useMay();

  function places(entries: NavEntry[], base: string): Place[] {
    return entries
      .filter(({ needs }) => needs === undefined || may(needs, key))
      .map((entry) => ({ entry, to: `${base}/${entry.path}` }));
  }

  const main =
    key === undefined
      ? places(entriesOf('administration'), '/administration')
      : places(entriesOf('project'), `/projects/${key}`);
  const settings = key === undefined ? [] : places(entriesOf('project-settings'), `/projects/${key}/settings`);
  const current = currentOf([...main, ...settings], pathname);

  return (
    <nav className="ty-nav" aria-label={t('navigation')}>
      <Entries places={main} current={current} onNavigate={onNavigate} />
      {settings.length > 0 && (
        <>
          <div className="ty-nav-group" id="nav-settings">
            {t('projectSettings')}
          </div>
          <Entries places={settings} current={current} onNavigate={onNavigate} labelledBy="nav-settings" />
        </>
      )}
    </nav>
  );
}

interface EntriesProps {
  places: Place[];
  current: string | undefined;
  onNavigate: () => void;
  labelledBy?: string;
}

function Entries({ places, current, onNavigate, labelledBy }: EntriesProps) {
  const language = useLanguage();
  return (
    <ul aria-labelledby={labelledBy}>
      {places.map(({ entry, to }) => (
        <li key={to}>
          <Link to={to} aria-current={to === current ? 'page' : undefined} onClick={onNavigate}>
            <LightIcon name={entry.icon} />
            {entry.label[language]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The longest address that the current one lies below. */
function currentOf(places: Place[], pathname: string): string | undefined {
  return places
    .map(({ to }) => to)
    .filter((to) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0];
}
