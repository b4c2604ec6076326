import { useRef, useState } from 'react';
import '@ui5/webcomponents-icons/dist/decline.js';
import '@ui5/webcomponents-icons/dist/navigation-left-arrow.js';
import '@ui5/webcomponents-icons/dist/navigation-right-arrow.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { useTexts } from '../../../lib/i18n/texts';
import { useTypeName } from '../../../ui/environments/types';
import { TextField } from '../../../ui/form/fields';
import { FilterSelect } from '../../../ui/table/FilterSelect';
import type { Landscape, UsedEnvironment } from '../api';
import { texts } from '../texts';

interface Props {
  landscape: Landscape;
  environments: readonly UsedEnvironment[];
  canEdit: boolean;
  error: string | undefined;
  onChange: (changes: Partial<Landscape>) => void;
  onRemove: () => void;
}

/** One landscape: its environments in order, moved by dragging or by the buttons on them. */
export function Chain({ landscape, environments, canEdit, error, onChange, onRemove }: Props) {
  const t = useTexts(texts);
  const typeName = useTypeName();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const { name, environments: chain } = landscape;
  const others = environments.filter(({ id }) => !chain.includes(id));
  const nameOf = (id: string) => environments.find((each) => each.id === id)?.name ?? t('unknown');

  function move(from: number, to: number) {
    const id = chain[from];
    if (id === undefined || to < 0 || to >= chain.length || from === to) {
      return;
    }
    const rest = chain.filter((_, index) => index !== from);
    onChange({ environments: [...rest.slice(0, to), id, ...rest.slice(to)] });
    setSaid(t('movedTo', { name: nameOf(id), place: to + 1, count: chain.length }));
  }

  /** The focus goes along with what was moved. */
  function step(from: number, by: 1 | -1) {
    move(from, from + by);
    const id = chain[from] ?? '';
    const side = by === 1 ? 'right' : 'left';
    requestAnimationFrame(() => {
      const moved = list.current?.querySelector(`[data-environment="${id}"]`);
      const button =
        moved?.querySelector<HTMLElement>(`[data-move="${side}"]:not([disabled])`) ??
        moved?.querySelector<HTMLElement>('[data-move]:not([disabled])');
      button?.focus();
    });
  }

  return (
    <section className="ty-panel ls-landscape" aria-label={name}>
      <div className="ls-head">
        {canEdit ? (
          <TextField label={t('name')} isRequired value={name} error={error} onChange={(next) => onChange({ name: next })} />
        ) : (
          <strong>{name}</strong>
        )}
        {canEdit && (
          <Button design="Transparent" accessibleName={t('removeLandscapeOf', { name })} onClick={onRemove}>
            {t('removeLandscape')}
          </Button>
        )}
      </div>
      {chain.length === 0 && <p className="ls-help">{t('chainEmpty')}</p>}
      <ol ref={list} className="ls-chain" aria-label={t('order', { name })}>
        {chain.map((id, index) => {
          const environment = environments.find((each) => each.id === id);
          return (
            // Dragging is for the mouse; the buttons do the same by keyboard.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={id}
              className="ls-environment"
              data-environment={id}
              data-dragged={dragged === index}
              data-over={over === index && dragged !== index}
              draggable={canEdit}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', id);
                setDragged(index);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDragOver={(event) => {
                if (dragged !== null) {
                  event.preventDefault();
                  setOver(index);
                }
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null) {
                  move(dragged, index);
                }
                setDragged(null);
                setOver(null);
              }}
            >
              <span className="ls-name">
                <strong>{nameOf(id)}</strong>
                {environment !== undefined && <small>{typeName(environment.type)}</small>}
              </span>
              {canEdit && (
                <span className="ls-buttons">
                  <Button
                    icon="navigation-left-arrow"
                    design="Transparent"
                    data-move="left"
                    disabled={index === 0}
                    tooltip={t('moveLeft', { name: nameOf(id) })}
                    accessibleName={t('moveLeft', { name: nameOf(id) })}
                    onClick={() => step(index, -1)}
                  />
                  <Button
                    icon="navigation-right-arrow"
                    design="Transparent"
                    data-move="right"
                    disabled={index === chain.length - 1}
                    tooltip={t('moveRight', { name: nameOf(id) })}
                    accessibleName={t('moveRight', { name: nameOf(id) })}
                    onClick={() => step(index, 1)}
                  />
                  <Button
                    icon="decline"
                    design="Transparent"
                    tooltip={t('takeOut', { name: nameOf(id) })}
                    accessibleName={t('takeOut', { name: nameOf(id) })}
                    onClick={() => onChange({ environments: chain.filter((each) => each !== id) })}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {canEdit && others.length > 0 && (
        <FilterSelect
          label={t('addTo', { name })}
          all={t('addHere')}
          value=""
          onChange={(id) => id !== '' && onChange({ environments: [...chain, id] })}
          choices={others.map(({ id, name: text }) => ({ value: id, text }))}
        />
      )}
      <span className="ty-hidden" role="status">
        {said}
      </span>
    </section>
  );
}
