import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { i18n, type Language } from './language';

type Catalogue = Readonly<Record<string, string>>;

/** `items_one` and `items_other` are asked for as `items` with a `count`. */
type KeyOf<C extends Catalogue> = {
  [K in keyof C & string]: K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
}[keyof C & string];

export interface Texts<C extends Catalogue> {
  readonly namespace: string;
  readonly en: C;
}

export type Values = Readonly<Record<string, string | number>>;
export type Translate<C extends Catalogue> = (key: KeyOf<C>, values?: Values) => string;

/** A feature's texts in both languages; the compiler holds the second to the keys of the first. */
export function defineTexts<const C extends Catalogue>(
  namespace: string,
  en: C,
  de: { readonly [K in keyof C]: string },
): Texts<C> {
  i18n.addResourceBundle('en', namespace, en, true, true);
  i18n.addResourceBundle('de', namespace, de, true, true);
  return { namespace, en };
}

/** The texts in the language of the person: `const t = useTexts(texts)`, then `t('title')`. */
export function useTexts<C extends Catalogue>(texts: Texts<C>): Translate<C> {
  const { i18n: current } = useTranslation(texts.namespace, { i18n });
  const language = current.language;
  return useCallback(
    (key, values) => current.getFixedT(language, texts.namespace)(key, { ...values }),
    [current, language, texts.namespace],
  );
}

export function useLanguage(): Language {
  const { i18n: current } = useTranslation(undefined, { i18n });
  return current.language === 'de' ? 'de' : 'en';
}

/** A text that is needed before its feature is loaded, such as a menu entry. */
export type Label = Readonly<Record<Language, string>>;
