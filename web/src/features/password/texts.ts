import { defineTexts } from '../../lib/i18n/texts';

export const texts = defineTexts(
  'password',
  {
    title: 'Change Password',
    subtitle: 'Ends all your sessions, on every device. API tokens stay as they are.',
    current: 'Current password',
    next: 'New password',
    nextHelp: '8 to 256 characters',
    repeat: 'Repeat the new password',
    differs: 'The two new passwords differ.',
    change: 'Change password',
  },
  {
    title: 'Kennwort ändern',
    subtitle: 'Beendet alle Ihre Sitzungen, auf jedem Gerät. API-Token bleiben, wie sie sind.',
    current: 'Jetziges Kennwort',
    next: 'Neues Kennwort',
    nextHelp: '8 bis 256 Zeichen',
    repeat: 'Neues Kennwort wiederholen',
    differs: 'Die beiden neuen Kennwörter sind verschieden.',
    change: 'Kennwort ändern',
  },
);
