import { defineTexts } from '../../lib/i18n/texts';

export const texts = defineTexts(
  'ui-roles',
  {
    'role_project-admin': 'Project administrator',
    'role_release-manager': 'Release manager',
    role_developer: 'Developer',
    role_approver: 'Approver',
    role_viewer: 'Viewer',
    role_admin: 'Administrator',
    role_auditor: 'Auditor',
  },
  {
    'role_project-admin': 'Projektadministrator',
    'role_release-manager': 'Release-Manager',
    role_developer: 'Entwickler',
    role_approver: 'Genehmiger',
    role_viewer: 'Betrachter',
    role_admin: 'Administrator',
    role_auditor: 'Auditor',
  },
);
