import '@ui5/webcomponents-icons/dist/settings.js';
import { Menu } from '@ui5/webcomponents-react/Menu';
import { MenuItem } from '@ui5/webcomponents-react/MenuItem';
import { MenuSeparator } from '@ui5/webcomponents-react/MenuSeparator';
import { useNavigate } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import type { Project } from '../../lib/session';
import { texts } from '../texts';

interface Props {
  opener: string;
  projects: readonly Project[];
  onClose: () => void;
}

export function ProjectMenu({ opener, projects, onClose }: Props) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  return (
    <Menu
      open
      opener={opener}
      headerText={t('projects')}
      onClose={onClose}
      onItemClick={(event) => void navigate(event.detail.item.dataset['to'] ?? '/')}
    >
      {projects.map((project) => (
        <MenuItem
          key={project.key}
          text={project.name}
          additionalText={project.key}
          data-to={`/projects/${project.key}`}
        />
      ))}
      {projects.length > 0 && <MenuSeparator />}
      <MenuItem text={t('administration')} icon="settings" data-to="/administration" />
    </Menu>
  );
}
