import { useState } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { SelectField } from '../../../ui/form/fields';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { setPipeline, usePipelines, type WorkItem } from '../api';
import { texts } from '../texts';
import { BulkDialog } from './BulkDialog';

interface Props {
  projectKey: string;
  items: readonly WorkItem[];
  onClose: () => void;
}

export function SetPipelineDialog({ projectKey, items, onClose }: Props) {
  const t = useTexts(texts);
  const pipelines = usePipelines(projectKey);
  const [chosen, setChosen] = useState('');
  return (
    <BulkDialog
      title={t('setPipeline')}
      confirm={t('setPipelineSubmit', { count: items.length })}
      items={items}
      deed={(item) => setPipeline(projectKey, item, chosen)}
      onClose={onClose}
    >
      <ProblemMessage problem={pipelines.error} retry={() => void pipelines.refetch()} />
      <SelectField
        label={t('pipeline')}
        value={chosen}
        onChange={setChosen}
        help={t('setPipelineHelp')}
        choices={[
          { value: '', text: t('pipelineDefault') },
          ...(pipelines.data ?? []).map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
    </BulkDialog>
  );
}
