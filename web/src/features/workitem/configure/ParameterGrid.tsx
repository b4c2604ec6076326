import '@ui5/webcomponents-icons/dist/reset.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { Input } from '@ui5/webcomponents-react/Input';
import { asProblem } from '../../../lib/api/problem';
import { useTexts } from '../../../lib/i18n/texts';
import '../../../ui/table/table.css';
import type { Parameter } from './api';
import type { Column, Typed } from './ConfigureDialog';
import { texts } from './texts';

interface Props {
  columns: readonly Column[];
  typed: Typed;
  canEdit: boolean;
  onType: (environmentId: string, key: string, value: string | null) => void;
}

/** Parameters down, environments across. */
export function ParameterGrid({ columns, typed, canEdit, onType }: Props) {
  const t = useTexts(texts);
  const keys = [...new Set(columns.flatMap(({ rows }) => (rows ?? []).map(({ key }) => key)))];
  return (
    <section className="ty-table-box" aria-label={t('grid')}>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="ty-table-scroll" role="region" aria-label={t('grid')} tabIndex={0}>
        <table className="ty-table wi-parameters" aria-label={t('grid')}>
          <thead>
            <tr>
              <th scope="col">{t('parameter')}</th>
              <th scope="col">{t('source')}</th>
              {columns.map(({ environment }) => (
                <th key={environment.id} scope="col">
                  {environment.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key}>
                <th scope="row">
                  <Name parameter={found(columns, key)} name={key} />
                </th>
                <td data-label={t('source')}>{sourceValue(columns, key) ?? <span className="wi-hint">{t('notThere')}</span>}</td>
                {columns.map((column) => (
                  <td key={column.environment.id} data-label={column.environment.name}>
                    <Cell
                      name={key}
                      column={column}
                      typed={typed[column.environment.id]}
                      canEdit={canEdit}
                      onType={(value) => onType(column.environment.id, key, value)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Name({ parameter, name }: { parameter: Parameter | undefined; name: string }) {
  return (
    <div>
      <span className="wi-name">{name}</span>
      <div className="wi-hint">{[parameter?.description, parameter?.dataType].filter((each) => each != null).join(' · ')}</div>
    </div>
  );
}

interface CellProps {
  name: string;
  column: Column;
  typed: Readonly<Record<string, string | null>> | undefined;
  canEdit: boolean;
  onType: (value: string | null) => void;
}

function Cell({ name, column, typed, canEdit, onType }: CellProps) {
  const t = useTexts(texts);
  const row = column.rows?.find((each) => each.key === name);
  if (column.rows === undefined) {
    return <span className="wi-hint">{t('unread')}</span>;
  }
  const isTyped = typed !== undefined && name in typed;
  const value = isTyped ? typed[name] : row?.value;
  const error = column.problem === null ? undefined : asProblem(column.problem).field(`items.${name}`);
  const target = row?.target;
  return (
    <div className="wi-parameter">
      <div className="wi-parameter-input">
        <Input
          accessibleName={t('valueOf', { name, environment: column.environment.name })}
          value={value ?? ''}
          placeholder={target ?? t('fromBundle')}
          readonly={!canEdit}
          valueState={error === undefined ? 'None' : 'Negative'}
          valueStateMessage={<div>{error}</div>}
          onInput={(event) => onType(event.target.value)}
        />
        {canEdit && value != null && (
          <Button
            design="Transparent"
            icon="reset"
            tooltip={t('keepTarget')}
            accessibleName={t('keepTargetOf', { name, environment: column.environment.name })}
            onClick={() => onType(null)}
          />
        )}
      </div>
      {error !== undefined && (
        <div className="ty-field-error" role="alert">
          {error}
        </div>
      )}
      <div className="wi-hint">{hint()}</div>
    </div>
  );

  function hint(): string {
    if (value == null) {
      return target == null ? t('firstImport') : t('keeps');
    }
    if (target == null) {
      return t('notYetThere');
    }
    return target === value ? t('sameThere') : t('nowThere', { value: target });
  }
}

function found(columns: readonly Column[], key: string): Parameter | undefined {
  return columns.flatMap(({ rows }) => rows ?? []).find((each) => each.key === key);
}

function sourceValue(columns: readonly Column[], key: string): string | null | undefined {
  return columns.flatMap(({ rows }) => rows ?? []).find((each) => each.key === key && each.source != null)?.source;
}
