import '@ui5/webcomponents-icons/dist/search.js';
import { Icon } from '@ui5/webcomponents-react/Icon';
import { Input } from '@ui5/webcomponents-react/Input';
import { useTexts } from '../../lib/i18n/texts';
import { texts } from '../texts';

interface Props {
  value: string;
  onChange: (value: string) => void;
  label?: string;
}

export function SearchField({ value, onChange, label }: Props) {
  const t = useTexts(texts);
  return (
    <Input
      type="Search"
      className="ty-search"
      accessibleName={label ?? t('search')}
      placeholder={label ?? t('search')}
      showClearIcon
      value={value}
      icon={<Icon name="search" mode="Decorative" />}
      onInput={(event) => onChange(event.target.value)}
    />
  );
}
