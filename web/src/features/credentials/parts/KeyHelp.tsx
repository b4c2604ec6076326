import { Panel } from '@ui5/webcomponents-react/Panel';
import { useTexts } from '../../../lib/i18n/texts';
import { CopyButton } from '../../../ui/CopyButton';
import type { CredentialType } from '../api';
import { texts } from '../texts';

/** Instance parameters: they decide what the key may do. */
const parameters = JSON.stringify(
  {
    'xs-security': {
      xsappname: 'tyto',
      authorities: [
        'projects.read',
        'tasks.read',
        'tasks.write',
        'features.read',
        'features.write',
      ].map((scope) => `$XSMASTERAPPNAME.calm-api.${scope}`),
      'oauth2-configuration': { 'credential-types': ['binding-secret'] },
    },
  },
  null,
  2,
);

/** The steps of the BTP administrator. */
export function KeyHelp({ type }: { type: CredentialType }) {
  const t = useTexts(texts);
  return (
    <Panel headerText={t('helpTitle')} collapsed={globalThis.innerWidth < 600}>
      {type === 'sap-cloud-alm' ? (
        <>
          <ol className="ty-steps">
            <li>{t('helpCockpit')}</li>
            <li>{t('helpEntitle')}</li>
            <li>
              {t('helpInstance')}
              <pre className="ty-code">{parameters}</pre>
              <CopyButton text={parameters} label={t('helpParameters')} />
            </li>
            <li>{t('helpKey')}</li>
            <li>{t('helpPaste')}</li>
          </ol>
          {t('helpUpdate')}
        </>
      ) : (
        t('helpOther')
      )}
    </Panel>
  );
}
