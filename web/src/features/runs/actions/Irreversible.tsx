import '@ui5/webcomponents-icons/dist/alert.js';
import { Icon } from '@ui5/webcomponents-react/Icon';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { useTexts } from '../../../lib/i18n/texts';
import { texts } from './texts';

/** Marks what nobody can undo. */
export function Irreversible() {
  const t = useTexts(texts);
  return (
    <div className="ty-row">
      <Tag design="Critical" icon={<Icon name="alert" />}>
        {t('irreversible')}
      </Tag>
      <span>{t('irreversibleText')}</span>
    </div>
  );
}
