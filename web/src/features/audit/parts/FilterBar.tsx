import { useEffect, useState } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { SearchField } from '../../../ui/table/SearchField';
import type { Filter } from '../api';
import { texts } from '../texts';

const restMs = 400;

/** Asks once one has stopped typing. */
export function FilterBar({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useTexts(texts);
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
      {(['actor', 'action', 'subject', 'project'] as const).map((field) => (
        <SearchField
          key={field}
          label={t(`${field}Filter`)}
          value={typed[field]}
          onChange={(value) => setTyped({ ...typed, [field]: value })}
        />
      ))}
      {(['from', 'to'] as const).map((field) => (
        <label key={field} className="ty-row">
          {t(field)}
          <input
            type="date"
            className="ty-date"
            value={typed[field]}
            onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
          />
        </label>
      ))}
    </>
  );
}
