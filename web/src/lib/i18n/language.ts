import i18next from 'i18next';
import { setLanguage as setUi5Language } from '@ui5/webcomponents-base/dist/config/Language.js';
import { initReactI18next } from 'react-i18next';
import { isString, store, stored } from '../storage';

export type Language = 'en' | 'de';
export const languages: readonly Language[] = ['en', 'de'];

/** Of the person's choice, else of the browser, else English. */
export function chosenLanguage(): Language {
  const wanted = stored('language', isString) ?? globalThis.navigator.language.slice(0, 2);
  return languages.find((each) => each === wanted) ?? 'en';
}

/** Texts join with {@link defineTexts} when the code that needs them is loaded. */
export const i18n = i18next.createInstance();
void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: {},
  defaultNS: 'ui',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
  showSupportNotice: false,
});

export async function speak(language: Language): Promise<void> {
  document.documentElement.lang = language;
  await Promise.all([i18n.changeLanguage(language), setUi5Language(language)]);
}

export async function chooseLanguage(language: Language): Promise<void> {
  store('language', language);
  await speak(language);
}
