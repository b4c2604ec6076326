import type { ReactNode } from 'react';
import { Icon } from '@ui5/webcomponents-react/Icon';
import '@ui5/webcomponents-icons/dist/document.js';
import { Title } from '@ui5/webcomponents-react/Title';
import './ui.css';

interface Props {
  title: string;
  /** The next step, in a sentence. */
  children?: ReactNode;
  /** The button that takes it. */
  action?: ReactNode;
  icon?: string;
}

export function EmptyState({ title, children, action, icon = 'document' }: Props) {
  return (
    <div className="ty-empty">
      <Icon name={icon} className="ty-empty-icon" mode="Decorative" />
      <Title level="H2" size="H5" wrappingType="Normal">
        {title}
      </Title>
      <p>{children}</p>
      {action}
    </div>
  );
}
