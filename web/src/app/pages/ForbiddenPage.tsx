import { permissions, type Permission } from '../../api/gen/permissions';
import { useTexts } from '../../lib/i18n/texts';
import { texts } from '../texts';
import { HelpfulPage } from './HelpfulPage';

export function ForbiddenPage({ needs }: { needs: Permission }) {
  const t = useTexts(texts);
  const { server, project } = permissions[needs];
  return (
    <HelpfulPage title={t('forbiddenTitle')} text={t('forbiddenText', { roles: [...server, ...project].join(', ') })} />
  );
}
