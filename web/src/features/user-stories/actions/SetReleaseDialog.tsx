import { useState } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { SelectField } from '../../../ui/form/fields';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { setRelease, useReleases, type WorkItem } from '../api';
import { texts } from '../texts';
import { BulkDialog } from './BulkDialog';

interface Props {
  projectKey: string;
  items: readonly WorkItem[];
  onClose: () => void;
}

export function SetReleaseDialog({ projectKey, items, onClose }: Props) {
  const t = useTexts(texts);
  const releases = useReleases(projectKey);
  const [chosen, setChosen] = useState('');
  const open = (releases.data ?? []).filter(({ state }) => state === 'PLANNED');
  return (
    <BulkDialog
      title={t('setRelease')}
      confirm={t('setPipelineSubmit', { count: items.length })}
      items={items}
      deed={(item) => setRelease(projectKey, item, chosen)}
      onClose={onClose}
    >
      <ProblemMessage problem={releases.error} retry={() => void releases.refetch()} />
      <SelectField
        label={t('releaseVersion')}
        value={chosen}
        onChange={setChosen}
        help={releases.data !== undefined && open.length === 0 ? t('noReleases') : undefined}
        choices={[
          { value: '', text: t('releaseNone') },
          ...open.map(({ id, name, goLive }) => ({ value: id, text: name, ...(goLive == null ? {} : { note: goLive }) })),
        ]}
      />
    </BulkDialog>
  );
}
