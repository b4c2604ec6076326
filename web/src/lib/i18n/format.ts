import { useLanguage } from './texts';
import type { Language } from './language';

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** Dates and numbers in the language of the person. */
export function useFormat() {
  const language = useLanguage();
  const locale = localeOf(language);
  const found = made.get(locale) ?? formats(locale);
  made.set(locale, found);
  return found;
}

/** To make one takes longer than to draw a row. */
const made = new Map<string, ReturnType<typeof formats>>();

/** Of the browser where it fits the chosen language: a Briton reads 23 Nov 2026. */
function localeOf(language: Language): string {
  return globalThis.navigator.languages.find((each) => each.startsWith(language)) ?? language;
}

function formats(language: string) {
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const number = new Intl.NumberFormat(language);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    dateTime: (iso: string) => dateTime.format(new Date(iso)),
    date: (iso: string) => date.format(new Date(iso)),
    number: (value: number) => number.format(value),
    bytes: (value: number) => bytes(value, number),
    relative(iso: string, now: number): string {
      const seconds = Math.round((Date.parse(iso) - now) / 1000);
      const [unit, size] = steps.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
      return unit === 'second' ? relative.format(0, 'second') : relative.format(Math.trunc(seconds / size), unit);
    },
  };
}

function bytes(value: number, number: Intl.NumberFormat): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let size = value;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${number.format(Math.round(size * 10) / 10)} ${units[unit] ?? ''}`;
}
