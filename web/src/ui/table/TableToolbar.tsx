import { useId, useState, type ReactNode } from 'react';
import type { Table } from '@tanstack/react-table';
import '@ui5/webcomponents-icons/dist/action-settings.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { ResponsivePopover } from '@ui5/webcomponents-react/ResponsivePopover';
import { useTexts } from '../../lib/i18n/texts';
import { texts } from '../texts';

interface Props<Row> {
  table: Table<Row>;
  filters: ReactNode;
  actions: ReactNode;
}

export function TableToolbar<Row>({ table, filters, actions }: Props<Row>) {
  return (
    <div className="ty-table-toolbar">
      <div className="ty-table-filters">{filters}</div>
      <div className="ty-table-actions">
        {actions}
        <ColumnChoice table={table} />
      </div>
    </div>
  );
}

function ColumnChoice<Row>({ table }: { table: Table<Row> }) {
  const t = useTexts(texts);
  const opener = useId();
  const [isOpen, setIsOpen] = useState(false);
  const optional = table.getAllLeafColumns().filter((column) => column.getCanHide());
  if (optional.length === 0) {
    return null;
  }
  return (
    <>
      <Button
        id={opener}
        icon="action-settings"
        design="Transparent"
        accessibleName={t('columns')}
        tooltip={t('columns')}
        onClick={() => setIsOpen(true)}
      />
      {isOpen && (
        <ResponsivePopover open opener={opener} headerText={t('columns')} onClose={() => setIsOpen(false)}>
          <div className="ty-column-choice">
            {optional.map((column) => (
              <CheckBox
                key={column.id}
                text={column.columnDef.meta?.header ?? column.id}
                checked={column.getIsVisible()}
                onChange={(event) => column.toggleVisibility(event.target.checked)}
              />
            ))}
          </div>
        </ResponsivePopover>
      )}
    </>
  );
}
