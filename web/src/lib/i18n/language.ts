import i18next from 'i18next';
import { getLanguage as ui5Language, setLanguage as setUi5Language } from '@ui5/webcomponents-base/dist/config/Language.js';
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

/**
 * Speaks this language from the start. UI5 reads it where it reads its theme: told later, it would load the
 * calendar of the language at once, 100 KB that few pages need.
 */
export async function speakFirst(language: Language): Promise<void> {
  const config = document.querySelector('script[data-ui5-config]');
  if (config !== null) {
    config.textContent = JSON.stringify({ ...(JSON.parse(config.textContent) as object), language });
  }
  await speak(language);
}

async function speak(language: Language): Promise<void> {
  document.documentElement.lang = language;
  await Promise.all([
    i18n.changeLanguage(language),
    ui5Language() === language ? undefined : setUi5Language(language),
  ]);
}

export async function chooseLanguage(language: Language): Promise<void> {
  store('language', language);
  await speak(language);
}
