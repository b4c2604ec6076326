import { useId, useMemo } from 'react';
import { DatePicker } from '@ui5/webcomponents-react/DatePicker';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '../../../lib/i18n/texts';
import { myProjectsQuery, useMay } from '../../../lib/session';
import { useTypeChoices, type EnvironmentType } from '../../../ui/environments/types';
import { AreaField, Frame, SelectField, TextField, type Common } from '../../../ui/form/fields';
import { ChoicesField } from '../../../ui/form/manyFields';
import { TimeField } from '../../../ui/form/TimeField';
import type { Form } from '../../../ui/form/useForm';
import { useEnvironmentChoices, type Kind } from '../api';
import { weekdays, type Repetition } from '../rule';
import { texts } from '../texts';

export interface Fields extends Repetition {
  kind: Kind;
  name: string;
  project: string;
  environmentId: string;
  environmentType: EnvironmentType | '';
  startsAt: string;
  endsAt: string;
  timeZone: string;
  repeatsUntil: string;
  reason: string;
}

export function EntryFields({ form }: { form: Form<Fields> }) {
  const t = useTexts(texts);
  return (
    <>
      <SelectField
        label={t('kind')}
        isRequired
        help={t('kindHelp')}
        choices={[
          { value: 'FREEZE', text: t('kindFREEZE') },
          { value: 'WINDOW', text: t('kindWINDOW') },
        ]}
        {...form.bind('kind')}
        onChange={(kind) => form.set({ kind: kind as Kind })}
      />
      <TextField
        label={t('name')}
        isRequired
        help={t('nameHelp', { example: t('nameExample') })}
        {...form.bind('name')}
      />
      <Scope form={form} />
      <TimeField label={t('startsAt')} isRequired {...form.bind('startsAt')} />
      <TimeField label={t('endsAt')} isRequired help={t('timeHelp')} {...form.bind('endsAt')} />
      <TextField
        label={t('timeZone')}
        isRequired
        help={t('timeZoneHelp', { example: 'Europe/Berlin' })}
        suggestions={zones}
        {...form.bind('timeZone')}
      />
      <Repeats form={form} />
      <AreaField label={t('reason')} {...form.bind('reason')} />
    </>
  );
}

const zones = Intl.supportedValuesOf('timeZone');

function Scope({ form }: { form: Form<Fields> }) {
  const t = useTexts(texts);
  const may = useMay();
  const projects = useQuery(myProjectsQuery);
  const environments = useEnvironmentChoices();
  const types = useTypeChoices();
  const mine = (projects.data ?? []).filter(({ key, archived }) => !archived && may('CALENDAR_EDIT', key));
  return (
    <>
      <SelectField
        label={t('project')}
        help={t('projectHelp')}
        choices={[
          ...(may('CALENDAR_EDIT_ALL') ? [{ value: '', text: t('allProjects') }] : []),
          ...mine.map(({ key, name }) => ({ value: key, text: key, note: name })),
        ]}
        {...form.bind('project')}
      />
      <SelectField
        label={t('environment')}
        choices={[
          { value: '', text: t('allEnvironments') },
          ...(environments.data?.items ?? []).map(({ id, name }) => ({ value: id, text: name })),
        ]}
        {...form.bind('environmentId')}
      />
      {form.values.environmentId === '' && (
        <SelectField
          label={t('environmentType')}
          choices={[{ value: '', text: t('allTypes') }, ...types]}
          {...form.bind('environmentType')}
          onChange={(type) => form.set({ environmentType: type as EnvironmentType | '' })}
        />
      )}
    </>
  );
}

const repeats = ['ONCE', 'DAILY', 'WEEKLY', 'MONTHLY', 'CUSTOM'] as const;

function Repeats({ form }: { form: Form<Fields> }) {
  const t = useTexts(texts);
  const { repeat, days } = form.values;
  const names = useDayNames();
  return (
    <>
      <SelectField
        label={t('repeat')}
        name="repeat"
        value={repeat}
        choices={repeats.map((value) => ({ value, text: t(`repeat${value}`) }))}
        onChange={(next) => form.set({ repeat: next as Fields['repeat'] })}
      />
      {repeat === 'WEEKLY' && (
        <ChoicesField
          label={t('days')}
          name="days"
          value={days.map((day) => names.get(day) ?? day)}
          choices={[...names.values()]}
          onChange={(chosen) => form.set({ days: weekdays.filter((day) => chosen.includes(names.get(day) ?? day)) })}
        />
      )}
      {repeat === 'CUSTOM' && (
        <TextField
          label={t('rule')}
          isRequired
          help={t('ruleHelp', { example: 'FREQ=MONTHLY;BYDAY=-1FR' })}
          {...form.bind('rule', 'repeats')}
        />
      )}
      {repeat !== 'ONCE' && (
        <LastDay label={t('repeatsUntil')} help={t('repeatsUntilHelp')} {...form.bind('repeatsUntil')} />
      )}
    </>
  );
}

/** Names of the days in the person's language, Monday first. */
function useDayNames(): ReadonlyMap<string, string> {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    // 5 January 2026 is a Monday.
    return new Map(weekdays.map((day, index) => [day, format.format(new Date(Date.UTC(2026, 0, 5 + index)))]));
  }, [language]);
}

interface PickerProps extends Common {
  value: string;
  onChange: (value: string) => void;
}

function LastDay({ value, onChange, ...common }: PickerProps) {
  const id = useId();
  return (
    <Frame id={id} common={common}>
      <DatePicker
        id={id}
        accessibleName={common.label}
        value={value}
        valueFormat="yyyy-MM-dd"
        valueState={common.error === undefined ? 'None' : 'Negative'}
        onChange={(event) => onChange(event.detail.value)}
      />
    </Frame>
  );
}
