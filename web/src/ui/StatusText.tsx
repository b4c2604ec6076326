import { useCallback } from 'react';
import { useTexts } from '../lib/i18n/texts';
import { LightIcon } from './LightIcon';
import { lookOf } from './StatusTag';
import { texts } from './texts';
import './light.css';

interface Props {
  /** As for StatusTag. */
  state: string;
  /** From {@link useStateWords}. */
  word: string;
  of?: string | null | undefined;
}

/** A StatusTag for long lists: the same colours, icons and words in plain HTML, and no hook in each. */
export function StatusText({ state, word, of }: Props) {
  const [design, icon] = lookOf(state) ?? ['Neutral', 'status-inactive'];
  const text = of === undefined || of === null ? word : `${of} - ${word}`;
  return (
    <span className="ty-status-text" data-design={design} data-state={state} title={text}>
      <LightIcon name={icon} />
      <span>{text}</span>
    </span>
  );
}

/** The word for a state, in the language of the person. */
export function useStateWords(): (state: string) => string {
  const t = useTexts(texts);
  return useCallback(
    (state) => {
      const look = lookOf(state);
      return look === undefined ? state : t(look[2]);
    },
    [t],
  );
}
