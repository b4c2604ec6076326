import { Button } from '@ui5/webcomponents-react/Button';
import { useRouteError } from 'react-router';
import { useTexts } from '../../lib/i18n/texts';
import { EmptyState } from '../../ui/EmptyState';
import { texts } from '../texts';

/** A fault of the page itself; also what is left after an update replaced the files of an open page. */
export function BrokenPage() {
  const t = useTexts(texts);
  const error = useRouteError();
  const isOutdated = error instanceof TypeError && /dynamically imported module|Importing a module/.test(error.message);
  return (
    <EmptyState
      title={t('brokenTitle')}
      action={
        <Button design="Emphasized" onClick={() => globalThis.location.reload()}>
          {t('reload')}
        </Button>
      }
    >
      {isOutdated ? t('newVersionText') : t('brokenText')}
    </EmptyState>
  );
}
