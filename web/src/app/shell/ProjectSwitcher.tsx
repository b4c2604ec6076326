import { lazy, Suspense, useId, useState } from 'react';
import '@ui5/webcomponents-icons/dist/slim-arrow-down.js';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import { myProjectsQuery } from '../../lib/session';
import { LightIcon } from '../../ui/LightIcon';
import { texts } from '../texts';

const ProjectMenu = lazy(async () => ({ default: (await import('./ProjectMenu')).ProjectMenu }));

/** Top right: the project one is in, and the way to the others and to the administration. */
export function ProjectSwitcher() {
  const t = useTexts(texts);
  const { key } = useParams();
  const opener = useId();
  const [isOpen, setIsOpen] = useState(false);
  const { data: projects = [] } = useQuery(myProjectsQuery);
  const current = projects.find((each) => each.key === key);
  const name = current?.name ?? (key === undefined ? t('administration') : t('chooseProject'));
  return (
    <>
      <button
        type="button"
        id={opener}
        className="ty-header-button ty-switcher"
        aria-label={t('switcher', { name })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <span>{name}</span>
        <LightIcon name="slim-arrow-down" />
      </button>
      <Suspense>
        {isOpen && <ProjectMenu opener={opener} projects={projects} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </>
  );
}
