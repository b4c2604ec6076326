import { useEffect, useMemo, useState } from 'react';
import { DatePicker } from '@ui5/webcomponents-react/DatePicker';
import { useTexts } from '../../../lib/i18n/texts';
import { auditActions, useActionWords } from '../../../ui/audit/useActionWords';
import { FilterSelect } from '../../../ui/table/FilterSelect';
import { SearchField } from '../../../ui/table/SearchField';
import type { Filter } from '../api';
import { texts } from '../texts';

const restMs = 400;

/** Asks once one has stopped typing. */
export function FilterBar({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useTexts(texts);
  const words = useActionWords();
  const choices = useMemo(
    () => auditActions.map((value) => ({ value, text: words(value) })).sort((a, b) => a.text.localeCompare(b.text)),
    [words],
  );
  const [typed, setTyped] = useState(filter);
  useEffect(() => {
    if (typed === filter) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed, filter, onChange]);
  return (
    <>
      {(['actor', 'subject', 'project'] as const).map((field) => (
        <SearchField
          key={field}
          label={t(`${field}Filter`)}
          value={typed[field]}
          onChange={(value) => setTyped({ ...typed, [field]: value })}
        />
      ))}
      <FilterSelect
        label={t('action')}
        all={t('allActions')}
        value={typed.action}
        onChange={(action) => setTyped({ ...typed, action })}
        choices={choices}
      />
      {(['from', 'to'] as const).map((field) => (
        <DatePicker
          key={field}
          className="ty-filter"
          accessibleName={t(field)}
          placeholder={t(field)}
          value={typed[field]}
          valueFormat="yyyy-MM-dd"
          displayFormat="medium"
          onChange={(event) => setTyped({ ...typed, [field]: event.detail.value })}
        />
      ))}
    </>
  );
}
