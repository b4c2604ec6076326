import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Title } from '@ui5/webcomponents-react/Title';
import { Navigate, useSearchParams } from 'react-router';
import { api, data } from '../../lib/api/client';
import { useTexts } from '../../lib/i18n/texts';
import { sessionQuery, useSessionProblem, useUser } from '../../lib/session';
import { TextField } from '../../ui/form/fields';
import { useForm } from '../../ui/form/useForm';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { texts } from '../texts';

/** Signs in and goes on where one wanted to go. */
export function SignInPage() {
  const t = useTexts(texts);
  const [search] = useSearchParams();
  const queries = useQueryClient();
  const user = useUser();
  const { problem, retry } = useSessionProblem();
  const returnTo = inside(search.get('returnTo'));
  const form = useForm({ username: '', password: '' }, async (values) => {
    const session = await data(api.POST('/api/v1/session', { body: values }));
    queries.setQueryData(sessionQuery.queryKey, session);
  });
  useEffect(() => {
    document.title = `${t('signIn')} - Tyto`;
  }, [t]);
  if (user != null) {
    return <Navigate to={returnTo} replace />;
  }
  return (
    <main className="ty-sign-in">
      <form
        className="ty-sign-in-card ty-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <div className="ty-sign-in-head">
          <img src="/tyto.svg" alt="" />
          <Title level="H1" size="H3">
            {t('signInTo')}
          </Title>
        </div>
        {search.has('returnTo') && returnTo !== '/' && form.problem === null && (
          <MessageStrip hideCloseButton>{t('signedOut')}</MessageStrip>
        )}
        <ProblemMessage problem={user === undefined ? problem : null} retry={retry} />
        <ProblemMessage problem={form.problem} besides={form.fieldNames} />
        <TextField label={t('username')} isRequired {...form.bind('username')} />
        <TextField label={t('password')} isRequired type="Password" {...form.bind('password')} />
        <Button type="Submit" design="Emphasized" loading={form.isBusy} disabled={user === undefined}>
          {t('signIn')}
        </Button>
      </form>
    </main>
  );
}

/** An address of this page only: `//elsewhere` and `https://…` would lead away. */
function inside(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/';
}
