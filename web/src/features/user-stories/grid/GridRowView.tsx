import { memo } from 'react';
import '@ui5/webcomponents-icons/dist/slim-arrow-right.js';
import '@ui5/webcomponents-icons/dist/slim-arrow-down.js';
import type { Translate } from '../../../lib/i18n/texts';
import { LightIcon } from '../../../ui/LightIcon';
import type { WorkItem } from '../api';
import type { texts } from '../texts';
import type { GridColumn } from './columnModel';
import { Details } from './Details';
import type { GridRow, ItemRow } from './rows';

interface Props {
  row: GridRow;
  index: number;
  top: number;
  columns: readonly GridColumn[];
  isTabbable: boolean;
  cell: number | null;
  isSelected: boolean;
  onToggle: (key: string) => void;
  onSelect: ((item: WorkItem) => void) | undefined;
  onRetry: () => void;
  measure: (element: HTMLElement | null) => (() => void) | undefined;
  projectKey: string;
  t: Translate<(typeof texts)['en']>;
}

/** One line, where it belongs; scrolling makes new ones and leaves the others alone. */
export const GridRowView = memo(function GridRowView(props: Props) {
  const { row, index, top, isTabbable, cell, isSelected, measure } = props;
  const common = {
    role: 'row',
    'data-index': index,
    'data-kind': row.kind,
    className: 'ty-grid-row',
    'aria-rowindex': index + 2,
    'aria-level': row.level,
    tabIndex: isTabbable && cell === null ? 0 : -1,
    style: { transform: `translateY(${top}px)` },
  } as const;
  if (row.kind === 'item') {
    return (
      <div {...common} aria-expanded={row.isOpen} aria-selected={isSelected} data-gone={row.item.gone}>
        <Cells {...props} row={row} />
      </div>
    );
  }
  return (
    <div {...common} data-key={row.key} ref={row.kind === 'detail' ? measure : undefined}>
      <div role="gridcell" aria-colspan={props.columns.length + 1} className="ty-grid-wide">
        {row.kind === 'detail' ? (
          <Details projectKey={props.projectKey} id={row.item.id} type={row.item.type} />
        ) : (
          <Note kind={row.kind} isTabbable={isTabbable} onRetry={props.onRetry} t={props.t} />
        )}
      </div>
    </div>
  );
});

function Cells(props: Props & { row: ItemRow }) {
  const { row, columns, isTabbable, cell, isSelected, onSelect, t } = props;
  const { item } = row;
  const tabIndex = isTabbable ? 0 : -1;
  return (
    <>
      <div role="gridcell" aria-colindex={1} data-cell={0} data-column="select" className="ty-grid-cell" tabIndex={at(0)}>
        {onSelect !== undefined && (
          // Drawn hundreds of times a minute; React's input costs more than the rest of the row.
          <button
            type="button"
            role="checkbox"
            className="ty-grid-check"
            aria-label={t('select', { id: item.id })}
            aria-checked={isSelected}
            tabIndex={tabIndex}
            onClick={() => onSelect(item)}
          />
        )}
      </div>
      {columns.map((column, index) => {
        const content = column.id === 'id' ? <Id {...props} tabIndex={tabIndex} /> : column.cell(item, tabIndex);
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={index + 2}
            data-cell={index + 1}
            data-column={column.id}
            className={typeof content === 'object' ? 'ty-grid-cell' : 'ty-grid-cell ty-grid-text'}
            tabIndex={at(index + 1)}
          >
            {content}
          </div>
        );
      })}
    </>
  );

  function at(index: number): 0 | -1 {
    return isTabbable && cell === index ? 0 : -1;
  }
}

type IdProps = Pick<Props, 'onToggle' | 'projectKey' | 't'> & { row: ItemRow; tabIndex: 0 | -1 };

function Id({ row, tabIndex, onToggle, projectKey, t }: IdProps) {
  const { id } = row.item;
  return (
    <span className="ty-grid-id" data-level={row.level}>
      <button
        type="button"
        className="ty-grid-toggle"
        tabIndex={tabIndex}
        aria-label={t(row.isOpen ? 'close' : 'open', { id })}
        aria-expanded={row.isOpen}
        onClick={() => onToggle(row.key)}
      >
        <LightIcon name={row.isOpen ? 'slim-arrow-down' : 'slim-arrow-right'} />
      </button>
      <a data-route href={`/projects/${projectKey}/user-stories/${id}`} tabIndex={tabIndex}>
        {id}
      </a>
    </span>
  );
}

type NoteProps = Pick<Props, 'isTabbable' | 'onRetry' | 't'> & { kind: 'loading' | 'failed' };

function Note({ kind, isTabbable, onRetry, t }: NoteProps) {
  return kind === 'loading' ? (
    <>
      <span className="ty-skeleton" />
      <span className="ty-hidden">{t('loadingRow')}</span>
    </>
  ) : (
    <button type="button" className="ty-link-button" tabIndex={isTabbable ? 0 : -1} onClick={onRetry}>
      {t('rowsFailed')}
    </button>
  );
}
