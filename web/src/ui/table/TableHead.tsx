import type { Header, Table } from '@tanstack/react-table';
import '@ui5/webcomponents-icons/dist/sort-ascending.js';
import '@ui5/webcomponents-icons/dist/sort-descending.js';
import { Icon } from '@ui5/webcomponents-react/Icon';

export function TableHead<Row>({ table }: { table: Table<Row> }) {
  return (
    <thead>
      <tr>
        {table.getFlatHeaders().map((header) => (
          <HeadCell key={header.id} header={header} />
        ))}
      </tr>
    </thead>
  );
}

function HeadCell<Row>({ header }: { header: Header<Row, unknown> }) {
  const { meta } = header.column.columnDef;
  const sorted = header.column.getIsSorted();
  const style = meta?.width === undefined ? undefined : { width: meta.width };
  return (
    <th
      scope="col"
      style={style}
      data-align={meta?.align}
      aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      {header.column.getCanSort() ? (
        <button type="button" className="ty-sort" onClick={header.column.getToggleSortingHandler()}>
          {meta?.header}
          {sorted !== false && (
            <Icon mode="Decorative" name={sorted === 'asc' ? 'sort-ascending' : 'sort-descending'} />
          )}
        </button>
      ) : (
        meta?.header
      )}
    </th>
  );
}
