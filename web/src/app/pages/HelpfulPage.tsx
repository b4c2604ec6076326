import { useEffect } from 'react';
import { Button } from '@ui5/webcomponents-react/Button';
import { useNavigate } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody } from '../../ui/PageHeader';
import { texts } from '../texts';

/** A dead end that shows the way out. */
export function HelpfulPage({ title, text }: { title: string; text: string }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${title} - Tyto`;
  }, [title]);
  return (
    <PageBody>
      <EmptyState
        title={title}
        action={
          <Button design="Emphasized" onClick={() => void navigate('/')}>
            {t('toStart')}
          </Button>
        }
      >
        {text}
      </EmptyState>
    </PageBody>
  );
}
