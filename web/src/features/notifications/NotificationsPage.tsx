import { useState } from 'react';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Switch } from '@ui5/webcomponents-react/Switch';
import { useTexts } from '../../lib/i18n/texts';
import { SelectField } from '../../ui/form/fields';
import { useForm } from '../../ui/form/useForm';
import { PageBody, PageHeader } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { UnsavedGuard } from '../../ui/UnsavedGuard';
import { useChoice, useChoose, type Choice, type Topic } from './api';
import { texts } from './texts';
import './notifications.css';

const topics: readonly Topic[] = ['APPROVAL', 'MANUAL', 'RUN_FAILED', 'SECOND_PERSON', 'NOTICE'];

/** Which notifications a person gets by mail. */
export function NotificationsPage() {
  const t = useTexts(texts);
  const { data: choice, error, refetch } = useChoice();
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <PageBody>
        {choice !== undefined && <Settings choice={choice} />}
        {choice === undefined &&
          (error === null ? <BusyIndicator active /> : <ProblemMessage problem={error} retry={() => void refetch()} />)}
      </PageBody>
    </>
  );
}

function Settings({ choice }: { choice: Choice }) {
  const t = useTexts(texts);
  const choose = useChoose();
  const [isSaved, setIsSaved] = useState(false);
  const form = useForm({ topics: inOrder(choice.topics), language: choice.language }, async (values) => {
    await choose.mutateAsync(values);
    setIsSaved(true);
  });
  const wanted = form.values.topics;

  function turn(topic: Topic, isOn: boolean) {
    setIsSaved(false);
    form.set({ topics: inOrder(isOn ? [...wanted, topic] : wanted.filter((each) => each !== topic)) });
  }

  return (
    <>
      <UnsavedGuard when={form.isDirty} />
      {!choice.available && <MessageStrip design="Information" hideCloseButton>{t('unavailable')}</MessageStrip>}
      {choice.available && choice.address == null && (
        <MessageStrip design="Critical" hideCloseButton>
          {t('noAddress')}
        </MessageStrip>
      )}
      <form
        className="ty-panel ty-form nt-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
      >
        <ProblemMessage problem={form.problem} />
        {choice.available && choice.address != null && <p className="nt-address">{t('address', { address: choice.address })}</p>}
        <ul className="nt-topics">
          {topics.map((topic) => (
            <li key={topic}>
              <div>
                <div>{t(`topic_${topic}`)}</div>
                <div className="ty-field-help">{t(`help_${topic}`)}</div>
              </div>
              <Switch
                accessibleName={t(`topic_${topic}`)}
                checked={wanted.includes(topic)}
                onChange={(event) => turn(topic, event.target.checked)}
              />
            </li>
          ))}
        </ul>
        <SelectField
          label={t('language')}
          value={form.values.language}
          choices={[
            { value: 'EN', text: 'English' },
            { value: 'DE', text: 'Deutsch' },
          ]}
          onChange={(language) => {
            setIsSaved(false);
            form.set({ language: language === 'DE' ? 'DE' : 'EN' });
          }}
        />
        <div className="ty-row">
          <Button type="Submit" design="Emphasized" loading={form.isBusy} disabled={!form.isDirty || form.isBusy}>
            {t('save')}
          </Button>
          <span role="status">{isSaved && !form.isDirty && t('saved')}</span>
        </div>
      </form>
    </>
  );
}

function inOrder(wanted: readonly Topic[]): Topic[] {
  return topics.filter((topic) => wanted.includes(topic));
}
