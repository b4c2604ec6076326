import { useState } from 'react';
import '@ui5/webcomponents-icons/dist/overflow.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { Menu } from '@ui5/webcomponents-react/Menu';
import { MenuItem } from '@ui5/webcomponents-react/MenuItem';

interface Item {
  text: string;
  /** The keys that do the same. */
  keys?: string;
  run: () => void;
}

interface Props {
  /** Of the button. */
  id: string;
  label: string;
  /** What cannot be done here is false. */
  items: readonly (Item | false)[];
}

export function ActionMenu({ id, label, items }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const shown = items.filter((each) => each !== false);
  return (
    <>
      <Button
        id={id}
        icon="overflow"
        design="Transparent"
        accessibleName={label}
        tooltip={label}
        accessibilityAttributes={{ hasPopup: 'menu', expanded: isOpen }}
        onClick={() => setIsOpen(true)}
      />
      {isOpen && (
        <Menu
          open
          opener={id}
          onClose={() => setIsOpen(false)}
          onItemClick={(event) => shown[Number(event.detail.item.dataset['index'])]?.run()}
        >
          {shown.map(({ text, keys }, index) => (
            <MenuItem key={text} text={text} additionalText={keys} data-index={index} />
          ))}
        </Menu>
      )}
    </>
  );
}
