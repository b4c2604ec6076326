import type { Header } from '@tanstack/react-table';
import '@ui5/webcomponents-icons/dist/sort-ascending.js';
import '@ui5/webcomponents-icons/dist/sort-descending.js';
import { useTexts } from '../../../lib/i18n/texts';
import { LightIcon } from '../../../ui/LightIcon';
import type { WorkItem } from '../api';
import { texts } from '../texts';
import type { ColumnModel } from './columnModel';

interface Props {
  model: ColumnModel;
  selected: number;
  onSelectAll: (() => void) | undefined;
}

export function GridHead({ model, selected, onSelectAll }: Props) {
  const t = useTexts(texts);
  return (
    <div role="rowgroup" className="ty-grid-head">
      <div role="row" aria-rowindex={1} className="ty-grid-row">
        <div role="columnheader" aria-colindex={1} className="ty-grid-cell" data-column="select">
          {onSelectAll !== undefined && (
            <input
              type="checkbox"
              className="ty-grid-check"
              aria-label={t('selectAll')}
              checked={selected > 0}
              onChange={onSelectAll}
            />
          )}
        </div>
        {model.table.getFlatHeaders().map((header, index) => (
          <HeadCell key={header.id} header={header} index={index + 2} />
        ))}
      </div>
    </div>
  );
}

function HeadCell({ header, index }: { header: Header<WorkItem, unknown>; index: number }) {
  const sorted = header.column.getIsSorted();
  const text = header.column.columnDef.meta?.header;
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      className="ty-grid-cell"
      data-column={header.column.id}
      aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      {header.column.getCanSort() ? (
        <button type="button" className="ty-sort" onClick={header.column.getToggleSortingHandler()}>
          {text}
          {sorted !== false && <LightIcon name={sorted === 'asc' ? 'sort-ascending' : 'sort-descending'} />}
        </button>
      ) : (
        text
      )}
    </div>
  );
}
