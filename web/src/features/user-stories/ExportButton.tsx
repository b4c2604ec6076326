import { useId, useState } from 'react';
import '@ui5/webcomponents-icons/dist/download.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { Menu } from '@ui5/webcomponents-react/Menu';
import { MenuItem } from '@ui5/webcomponents-react/MenuItem';
import { download } from '../../lib/api/download';
import { useTexts } from '../../lib/i18n/texts';
import { exportAddress, exportFormats, type ItemFilter } from './api';
import { texts } from './texts';

interface Props {
  projectKey: string;
  filter: ItemFilter;
  onProblem: (problem: unknown) => void;
}

/** What the filter finds as a file, written by the server. */
export function ExportButton({ projectKey, filter, onProblem }: Props) {
  const t = useTexts(texts);
  const opener = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);

  async function save(format: string) {
    onProblem(null);
    setIsBusy(true);
    try {
      await download(exportAddress(projectKey, filter, format));
    } catch (problem) {
      onProblem(problem);
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <>
      <Button
        id={opener}
        icon="download"
        design="Transparent"
        tooltip={t('export')}
        accessibleName={t('export')}
        accessibilityAttributes={{ hasPopup: 'menu', expanded: isOpen }}
        loading={isBusy}
        disabled={isBusy}
        onClick={() => setIsOpen(true)}
      />
      <Menu
        open={isOpen}
        opener={opener}
        onClose={() => setIsOpen(false)}
        onItemClick={({ detail }) => void save(detail.item.dataset['format'] ?? 'XLSX')}
      >
        {exportFormats.map((format) => (
          <MenuItem key={format} data-format={format} text={t(`export${format}`)} />
        ))}
      </Menu>
    </>
  );
}
