import { useEffect, type ReactNode } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import './ui.css';

interface Props {
  title: string;
  /** One sentence below the title. */
  subtitle?: ReactNode;
  /** State tags beside the title. */
  tags?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Above the title: where one is. */
  breadcrumbs?: ReactNode;
}

/** The head of every screen; also the title of the browser's tab. */
export function PageHeader({ title, subtitle, tags, actions, breadcrumbs }: Props) {
  useEffect(() => {
    document.title = `${title} - Tyto`;
  }, [title]);
  return (
    <header className="ty-page-header">
      {breadcrumbs}
      <div className="ty-page-header-row">
        <Title level="H1" size="H3" wrappingType="Normal">
          {title}
        </Title>
        {tags}
        <div className="ty-page-actions">{actions}</div>
      </div>
      {subtitle !== undefined && <div className="ty-page-subtitle">{subtitle}</div>}
    </header>
  );
}

/** The body below a header, with the margins of every screen. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="ty-page-body">{children}</div>;
}
