import { useLanguage } from '../../../lib/i18n/texts';

const units: readonly ['day' | 'hour' | 'minute' | 'second', number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

interface Props {
  from: string | null | undefined;
  to: string | null | undefined;
}

/** How long something took, in its two largest units; nothing while it goes on. */
export function Duration({ from, to }: Props) {
  const language = useLanguage();
  if (from == null || to == null) {
    return null;
  }
  let left = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 || (unit === 'second' && parts.length === 0)) {
      parts.push(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'narrow' }).format(count));
    }
  }
  return <span>{parts.slice(0, 2).join(' ')}</span>;
}
