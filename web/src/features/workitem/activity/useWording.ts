import { useMemo } from 'react';
import { useTexts } from '../../../lib/i18n/texts';
import { usePipelines } from '../api';
import { texts as overview } from '../overview/texts';
import type { Wording } from './details';
import { texts } from './texts';

/** The words of the overview for the fields that the audit names. */
export function useWording(projectKey: string): Wording {
  const t = useTexts(texts);
  const tOverview = useTexts(overview);
  const { data: pipelines } = usePipelines(projectKey);
  return useMemo(
    () => ({
      field(name) {
        switch (name) {
          case 'pipelineId':
          case 'component':
          case 'releaseVersionId':
          case 'noArtifacts':
            return tOverview(name);
          case 'version':
            return t('version');
          case 'replacedVersion':
            return t('replacedVersion');
          default:
            return name;
        }
      },
      value(name, value) {
        if (value === 'null' || value === '') {
          return tOverview('nothing');
        }
        if (name === 'noArtifacts') {
          return tOverview(value === 'true' ? 'yes' : 'no');
        }
        return pipelines?.find((each) => each.id === value)?.name ?? value;
      },
    }),
    [t, tOverview, pipelines],
  );
}
