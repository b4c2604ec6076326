import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Popover } from '@ui5/webcomponents-react/Popover';
import '@ui5/webcomponents-icons/dist/edit.js';
import '@ui5/webcomponents-icons/dist/validate.js';
import '@ui5/webcomponents-icons/dist/document-text.js';
import '@ui5/webcomponents-icons/dist/chain-link.js';
import '@ui5/webcomponents-icons/dist/process.js';
import '@ui5/webcomponents-icons/dist/pdf-attachment.js';
import { useTexts } from '../../../lib/i18n/texts';
import { LightIcon } from '../../../ui/LightIcon';
import { texts } from '../texts';
import './actions.css';

export interface Action {
  id: string;
  text: string;
  icon: string;
  /** Why it cannot be done now. */
  why: string | undefined;
  run: () => void;
}

interface Props {
  opener: HTMLElement;
  label: string;
  actions: readonly Action[];
  onClose: () => void;
}

/** The menu of a row. What cannot be done stays readable and says why, which a disabled entry would not. */
export function ActionMenu({ opener, label, actions, onClose }: Props) {
  const t = useTexts(texts);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const focus = requestAnimationFrame(() => menu.current?.querySelector('button')?.focus());
    return () => cancelAnimationFrame(focus);
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    const entries = [...(menu.current?.querySelectorAll('button') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + entries.length, Home: 0, End: entries.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      entries[next % entries.length]?.focus();
    } else if (event.key === 'Tab') {
      event.preventDefault();
      onClose();
    }
  }

  return (
    <Popover
      open
      opener={opener}
      placement="Bottom"
      horizontalAlign="End"
      hideArrow
      preventInitialFocus
      accessibleName={label}
      className="ty-action-popover"
      onClose={onClose}
    >
      <div ref={menu} role="menu" tabIndex={-1} aria-label={label} className="ty-action-menu" onKeyDown={onKeyDown}>
        {actions.map(({ id, text, icon, why, run }) => (
          <button
            key={id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-disabled={why !== undefined}
            className="ty-action"
            onClick={() => {
              if (why === undefined) {
                onClose();
                run();
              }
            }}
          >
            <LightIcon name={icon} />
            <span>
              {text}
              {why !== undefined && <small>{t('why', { reason: why })}</small>}
            </span>
          </button>
        ))}
      </div>
    </Popover>
  );
}
