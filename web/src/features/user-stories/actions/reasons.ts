import { useCallback } from 'react';
import { useProject } from '../../../lib/project';
import { useMay } from '../../../lib/session';
import { useTexts } from '../../../lib/i18n/texts';
import type { WorkItem } from '../api';
import { texts } from '../texts';

export type Deed = 'promote' | 'edit' | 'validate' | 'report' | 'activity' | 'audit';

/** Why something cannot be done with an item now, in a sentence; undefined when it can. */
export function useReasons(): (deed: Deed, item: WorkItem) => string | undefined {
  const t = useTexts(texts);
  const may = useMay();
  const { key, archived, defaultPipelineId } = useProject();
  return useCallback(
    (deed, item) => {
      const hasPipeline = item.pipelineId != null || defaultPipelineId != null;
      const changes = deed === 'promote' || deed === 'edit' || deed === 'validate';
      if (changes && archived) {
        return t('whyArchived');
      }
      switch (deed) {
        case 'promote':
          return !may('PROMOTE', key) ? t('whyMayNotPromote') : hasPipeline ? undefined : t('whyNoPipeline');
        case 'edit':
          return may('WORK_ITEMS_EDIT', key) ? undefined : t('whyMayNotEdit');
        case 'validate':
          return !may('WORK_ITEMS_EDIT', key) ? t('whyMayNotEdit') : hasPipeline ? undefined : t('whyNoPipeline');
        case 'report':
          return item.validationStatus == null ? t('whyNotValidated') : undefined;
        case 'activity':
        case 'audit':
          return item.pipelineStatus == null ? t('whyNeverRan') : undefined;
      }
    },
    [t, may, key, archived, defaultPipelineId],
  );
}
