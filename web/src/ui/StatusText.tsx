import { useTexts } from '../lib/i18n/texts';
import { LightIcon } from './LightIcon';
import { lookOf } from './StatusTag';
import { texts } from './texts';
import './light.css';

interface Props {
  /** As for StatusTag. */
  state: string;
  of?: string | null | undefined;
  text?: string;
}

/** A StatusTag for long lists: the same colours, icons and words in plain HTML. */
export function StatusText({ state, of, text }: Props) {
  const t = useTexts(texts);
  const [design, icon, key] = lookOf(state) ?? ['Neutral' as const, 'status-inactive', undefined];
  const word = text ?? (key === undefined ? state : t(key));
  return (
    <span className="ty-status-text" data-design={design} data-state={state}>
      <LightIcon name={icon} />
      <span>{of === undefined || of === null ? word : `${of} - ${word}`}</span>
    </span>
  );
}
