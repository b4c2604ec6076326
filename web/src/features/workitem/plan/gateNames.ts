import type { Translate } from '../../../lib/i18n/texts';
import type { texts } from './texts';

type T = Translate<typeof texts.en>;

/** The gate in words; one that this page does not know is named by its code. */
export function gateName(code: string, t: T): string {
  switch (code) {
    case 'no-pipeline':
      return t('gateNoPipeline');
    case 'no-deliverables':
      return t('gateNoDeliverables');
    case 'component-missing':
      return t('gateComponent');
    case 'gone':
      return t('gateGone');
    case 'alm-status':
      return t('gateStatus');
    case 'environment-plan-only':
      return t('gatePlanOnly');
    case 'missing-permission':
      return t('gatePermission');
    case 'not-covered':
      return t('gateCovered');
    case 'not-released':
      return t('gateReleased');
    case 'predecessor':
      return t('gatePredecessor');
    case 'carries-along':
      return t('gateCarries');
    case 'four-eyes':
      return t('gateFourEyes');
    case 'freeze':
      return t('gateFreeze');
    default: {
      const words = code.replaceAll('-', ' ');
      return words.charAt(0).toUpperCase() + words.slice(1);
    }
  }
}

/** Where a gate is cleared, below the project; undefined when the message alone must do. */
export function cureOf(code: string, itemId: string, t: T): { text: string; to: string } | undefined {
  const item = `user-stories/${itemId}`;
  switch (code) {
    case 'no-pipeline':
      return { text: t('cureOverview'), to: item };
    case 'component-missing':
      return { text: t('cureOverview'), to: item };
    case 'no-deliverables':
      return { text: t('cureItem'), to: item };
    case 'not-covered':
      return { text: t('curePipelines'), to: 'release-pipelines' };
    default:
      return undefined;
  }
}
