import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../lib/i18n/texts';
import { DialogFrame } from './DialogFrame';
import { texts } from './texts';

/** Asks before unsaved changes are left, by a link as well as by closing the tab. */
export function UnsavedGuard({ when }: { when: boolean }) {
  const t = useTexts(texts);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', ask);
    return () => globalThis.removeEventListener('beforeunload', ask);
  }, [when]);
  if (blocker.state !== 'blocked') {
    return null;
  }
  return (
    <DialogFrame
      title={t('unsavedTitle')}
      onClose={() => blocker.reset()}
      footer={
        <>
          <Button design="Emphasized" onClick={() => blocker.reset()}>
            {t('unsavedStay')}
          </Button>
          <Button design="Transparent" onClick={() => blocker.proceed()}>
            {t('unsavedLeave')}
          </Button>
        </>
      }
    >
      <p className="ty-dialog-body">{t('unsavedText')}</p>
    </DialogFrame>
  );
}
