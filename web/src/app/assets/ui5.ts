// UI5's texts and themes, of the two languages and two themes that Tyto has, loaded when first needed.
import { registerI18nLoader } from '@ui5/webcomponents-base/dist/asset-registries/i18n.js';
import { registerLocaleDataLoader, type CLDRData } from '@ui5/webcomponents-base/dist/asset-registries/LocaleData.js';
import { registerThemePropertiesLoader } from '@ui5/webcomponents-base/dist/asset-registries/Themes.js';

type Loaded = Promise<{ default: unknown }>;
type Texts = Record<string, string>;

function i18n(packageName: string, english: () => Loaded, german: () => Loaded): void {
  registerI18nLoader(packageName, 'en', async () => (await english()).default as Texts);
  registerI18nLoader(packageName, 'de', async () => (await german()).default as Texts);
}

function locale(language: string, load: () => Loaded): void {
  registerLocaleDataLoader(language, async () => (await load()).default as CLDRData);
}

function theme(packageName: string, name: string, load: () => Loaded, target?: 'host'): void {
  const text = async () => (await load()).default as string;
  registerThemePropertiesLoader(packageName, name, text, target);
}

i18n(
  '@ui5/webcomponents',
  () => import('@ui5/webcomponents/dist/generated/assets/i18n/messagebundle_en.json'),
  () => import('@ui5/webcomponents/dist/generated/assets/i18n/messagebundle_de.json'),
);
i18n(
  '@ui5/webcomponents-fiori',
  () => import('@ui5/webcomponents-fiori/dist/generated/assets/i18n/messagebundle_en.json'),
  () => import('@ui5/webcomponents-fiori/dist/generated/assets/i18n/messagebundle_de.json'),
);
i18n(
  '@ui5/webcomponents-icons',
  () => import('@ui5/webcomponents-icons/dist/generated/assets/i18n/messagebundle_en.json'),
  () => import('@ui5/webcomponents-icons/dist/generated/assets/i18n/messagebundle_de.json'),
);

locale('en', () => import('@ui5/webcomponents-localization/dist/generated/assets/cldr/en.json'));
locale('de', () => import('@ui5/webcomponents-localization/dist/generated/assets/cldr/de.json'));

theme(
  '@ui5/webcomponents-theming',
  'sap_horizon',
  () => import('@ui5/webcomponents-theming/dist/generated/assets/themes/sap_horizon/parameters-bundle.css.json'),
);
theme(
  '@ui5/webcomponents-theming',
  'sap_horizon_dark',
  () => import('@ui5/webcomponents-theming/dist/generated/assets/themes/sap_horizon_dark/parameters-bundle.css.json'),
);
theme(
  '@ui5/webcomponents',
  'sap_horizon',
  () => import('@ui5/webcomponents/dist/generated/assets/themes/sap_horizon/parameters-bundle.css.json'),
  'host',
);
theme(
  '@ui5/webcomponents',
  'sap_horizon_dark',
  () => import('@ui5/webcomponents/dist/generated/assets/themes/sap_horizon_dark/parameters-bundle.css.json'),
  'host',
);
theme(
  '@ui5/webcomponents-fiori',
  'sap_horizon',
  () => import('@ui5/webcomponents-fiori/dist/generated/assets/themes/sap_horizon/parameters-bundle.css.json'),
  'host',
);
theme(
  '@ui5/webcomponents-fiori',
  'sap_horizon_dark',
  () => import('@ui5/webcomponents-fiori/dist/generated/assets/themes/sap_horizon_dark/parameters-bundle.css.json'),
  'host',
);
