import '@ui5/webcomponents-icons/dist/excel-attachment.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { download } from '../../lib/api/download';
import { useTexts } from '../../lib/i18n/texts';
import { exportAddress, type ItemFilter } from './api';
import { texts } from './texts';

interface Props {
  projectKey: string;
  filter: ItemFilter;
  onProblem: (problem: unknown) => void;
}

/** What the filter finds as a file, written by the server. */
export function ExportButton({ projectKey, filter, onProblem }: Props) {
  const t = useTexts(texts);

  async function save() {
    onProblem(null);
    try {
      await download(exportAddress(projectKey, filter), `user-stories-${projectKey}.csv`);
    } catch (problem) {
      onProblem(problem);
    }
  }

  return (
    <Button
      icon="excel-attachment"
      design="Transparent"
      tooltip={t('export')}
      accessibleName={t('export')}
      onClick={() => void save()}
    />
  );
}
