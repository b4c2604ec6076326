import { useEffect, useState } from 'react';
import { useTexts } from '../../lib/i18n/texts';
import { FilterSelect } from '../../ui/table/FilterSelect';
import { SearchField } from '../../ui/table/SearchField';
import { useStatuses } from './api';
import { isTooShort, type Choices } from './filters';
import { texts } from './texts';

interface Props {
  projectKey: string;
  choices: Choices;
  choose: (changes: Partial<Choices>) => void;
}

const settleMs = 300;

export function FilterBar({ projectKey, choices, choose }: Props) {
  const t = useTexts(texts);
  const { data: statuses } = useStatuses(projectKey);
  const [typed, setTyped] = useState(choices.q);
  useEffect(() => {
    if (typed === choices.q) {
      return undefined;
    }
    const timer = setTimeout(() => choose({ q: typed }), settleMs);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what is typed starts the wait
  }, [typed]);
  const known = new Map(
    (statuses?.items ?? [])
      .filter(({ type }) => choices.type === '' || type === choices.type)
      .map(({ code, label }) => [code, label]),
  );
  if (choices.status !== '' && !known.has(choices.status)) {
    known.set(choices.status, choices.status);
  }
  return (
    <>
      <SearchField value={typed} onChange={setTyped} label={t('search')} />
      <FilterSelect
        label={t('type')}
        value={choices.type}
        onChange={(type) => choose({ type, status: '' })}
        all={t('allTypes')}
        choices={[
          { value: 'FEATURE', text: t('features') },
          { value: 'USER_STORY', text: t('userStories') },
        ]}
      />
      <FilterSelect
        label={t('status')}
        value={choices.status}
        onChange={(status) => choose({ status })}
        all={t('allStatuses')}
        choices={[...known].map(([value, text]) => ({ value, text }))}
      />
      <FilterSelect
        label={t('gone')}
        value={choices.gone}
        onChange={(gone) => choose({ gone })}
        all={t('goneAll')}
        choices={[
          { value: 'no', text: t('goneNo') },
          { value: 'only', text: t('goneOnly') },
        ]}
      />
      <span role="status" className="ty-field-help">
        {isTooShort(choices) && t('searchTooShort')}
      </span>
    </>
  );
}
