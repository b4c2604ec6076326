import { defineTexts } from '../../lib/i18n/texts';

export const texts = defineTexts(
  'ui-environments',
  {
    typeSANDBOX: 'Sandbox',
    typeDEVELOPMENT: 'Development',
    typeQUALITY: 'Quality',
    typePRE_PRODUCTION: 'Pre-Production',
    typePRODUCTION: 'Production',
    credential: 'Credential',
    credentialNone: 'There is no fitting credential. Register one of type {{types}} in the Credential Manager first.',
    credentialManager: 'Open the Credential Manager',
    credentialPrivate_one: '{{count}} private credential is not offered: work in the background runs for everybody.',
    credentialPrivate_other: '{{count}} private credentials are not offered: work in the background runs for everybody.',
    credentialNoSecret: 'Secret is missing',
  },
  {
    typeSANDBOX: 'Sandbox',
    typeDEVELOPMENT: 'Entwicklung',
    typeQUALITY: 'Qualität',
    typePRE_PRODUCTION: 'Vorproduktion',
    typePRODUCTION: 'Produktion',
    credential: 'Credential',
    credentialNone: 'Es gibt kein passendes Credential. Registrieren Sie zuerst eines vom Typ {{types}} im Credential Manager.',
    credentialManager: 'Credential Manager öffnen',
    credentialPrivate_one: '{{count}} privates Credential wird nicht angeboten: Arbeit im Hintergrund läuft für alle.',
    credentialPrivate_other: '{{count}} private Credentials werden nicht angeboten: Arbeit im Hintergrund läuft für alle.',
    credentialNoSecret: 'Geheimnis fehlt',
  },
);
