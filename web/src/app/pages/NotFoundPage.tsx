import { useLocation } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import { texts } from '../texts';
import { HelpfulPage } from './HelpfulPage';

export function NotFoundPage() {
  const t = useTexts(texts);
  const { pathname } = useLocation();
  return <HelpfulPage title={t('notFoundTitle')} text={t('notFoundText', { path: pathname })} />;
}
