import { defineTexts } from '../../lib/i18n/texts';

export const texts = defineTexts(
  'ui-bypasses',
  {
    bypass_skip: 'Skipped',
    'bypass_mark-done': 'Marked as done',
    bypass_retry: 'Done once more',
    bypass_override: 'Gate passed',
    'bypass_override-freeze': 'Freeze passed',
    bypass_unapproved: 'Emergency ended without approval afterwards',
  },
  {
    bypass_skip: 'Übersprungen',
    'bypass_mark-done': 'Als erledigt markiert',
    bypass_retry: 'Noch einmal ausgeführt',
    bypass_override: 'Gate übergangen',
    'bypass_override-freeze': 'Freeze übergangen',
    bypass_unapproved: 'Notfalländerung ohne nachträgliche Genehmigung beendet',
  },
);
