import { defineTexts } from '../../lib/i18n/texts';

export const texts = defineTexts(
  'parameters',
  {
    title: 'Parameters',
    subtitle: 'Externalized parameters of artifacts, with a value for each environment. Choose an artifact of the source.',
    source: 'Source environment',
    configure: 'Configure',
    noneTitle: 'No source has externalized parameters',
    noneNext: 'Mark an environment as a source whose artifacts have such parameters, and add those that it is promoted to.',
    toEnvironments: 'Environments of the project',
  },
  {
    title: 'Parameter',
    subtitle: 'Externalisierte Parameter von Artefakten, mit einem Wert je Umgebung. Wählen Sie ein Artefakt der Quelle.',
    source: 'Quellumgebung',
    configure: 'Konfigurieren',
    noneTitle: 'Keine Quelle hat externalisierte Parameter',
    noneNext: 'Markieren Sie eine Umgebung als Quelle, deren Artefakte solche Parameter haben, und fügen Sie die hinzu, in die befördert wird.',
    toEnvironments: 'Umgebungen des Projekts',
  },
);
