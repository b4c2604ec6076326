import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@ui5/webcomponents-react/Button';
import { useNavigate } from 'react-router';
import { api, data } from '../../lib/api/client';
import { useTexts } from '../../lib/i18n/texts';
import { sessionQuery } from '../../lib/session';
import { TextField } from '../../ui/form/fields';
import { useForm } from '../../ui/form/useForm';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { texts } from './texts';

/** A person's own password. The server ends all sessions with the old one, so one signs in again. */
export function PasswordPage() {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useForm({ current: '', next: '', repeat: '' }, async ({ current, next }) => {
    await data(api.POST('/api/v1/session/password', { body: { current, next } }));
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, { user: null });
    await navigate('/sign-in');
  });
  const { current, next, repeat } = form.values;
  const differs = repeat !== '' && repeat !== next;
  const isComplete = current !== '' && next !== '' && repeat === next;
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PageBody>
        <form
          className="ty-panel ty-form ty-form-narrow"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (isComplete) {
              form.submit();
            }
          }}
        >
          <ProblemMessage problem={form.problem} besides={form.fieldNames} />
          <TextField label={t('current')} isRequired type="Password" {...form.bind('current')} />
          <TextField label={t('next')} isRequired type="Password" help={t('nextHelp')} {...form.bind('next')} />
          <TextField
            label={t('repeat')}
            isRequired
            type="Password"
            {...form.bind('repeat')}
            error={differs ? t('differs') : undefined}
          />
          <div>
            <Button type="Submit" design="Emphasized" loading={form.isBusy} disabled={!isComplete || form.isBusy}>
              {t('change')}
            </Button>
          </div>
        </form>
      </PageBody>
    </>
  );
}
