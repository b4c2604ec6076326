import '@ui5/webcomponents-icons/dist/sys-enter-2.js';
import '@ui5/webcomponents-icons/dist/error.js';
import '@ui5/webcomponents-icons/dist/alert.js';
import '@ui5/webcomponents-icons/dist/pending.js';
import '@ui5/webcomponents-icons/dist/synchronize.js';
import '@ui5/webcomponents-icons/dist/status-inactive.js';
import '@ui5/webcomponents-icons/dist/cancel.js';
import '@ui5/webcomponents-icons/dist/locked.js';
import '@ui5/webcomponents-icons/dist/history.js';
import '@ui5/webcomponents-icons/dist/show.js';
import { Icon } from '@ui5/webcomponents-react/Icon';
import { Tag, type TagPropTypes } from '@ui5/webcomponents-react/Tag';
import { useTexts } from '../lib/i18n/texts';
import { texts } from './texts';

type Design = NonNullable<TagPropTypes['design']>;
type Key = Extract<keyof typeof texts.en, `state${string}`>;
export type Look = readonly [design: Design, icon: string, text: Key];

/** Green done, orange waiting, blue running, red failed, grey not started; the text always stands beside. */
const looks = {
  READY: ['Neutral', 'status-inactive', 'stateReady'],
  RUNNING: ['Information', 'synchronize', 'stateRunning'],
  WAITING: ['Critical', 'pending', 'stateWaiting'],
  COMPLETED: ['Positive', 'sys-enter-2', 'stateCompleted'],
  DONE: ['Positive', 'sys-enter-2', 'stateDone'],
  FAILED: ['Negative', 'error', 'stateFailed'],
  REFUSED: ['Negative', 'error', 'stateRefused'],
  BROKEN: ['Negative', 'alert', 'stateBroken'],
  SKIPPED: ['Neutral', 'cancel', 'stateSkipped'],
  NOT_APPLICABLE: ['Neutral', 'status-inactive', 'stateNotApplicable'],
  ABORTED: ['Neutral', 'cancel', 'stateAborted'],
  SUPERSEDED: ['Neutral', 'history', 'stateSuperseded'],
  PASSED: ['Positive', 'sys-enter-2', 'statePassed'],
  PASS: ['Positive', 'sys-enter-2', 'statePassed'],
  WARN: ['Critical', 'alert', 'stateWarning'],
  WARNING: ['Critical', 'alert', 'stateWarning'],
  WARNINGS: ['Critical', 'alert', 'stateWarnings'],
  STOP: ['Negative', 'error', 'stateStop'],
  ERROR: ['Negative', 'error', 'stateFailed'],
  OUTDATED: ['Critical', 'history', 'stateOutdated'],
  ACTIVE: ['Positive', 'sys-enter-2', 'stateActive'],
  ARCHIVED: ['Neutral', 'history', 'stateArchived'],
  LOCKED: ['Negative', 'locked', 'stateLocked'],
  EXPIRED: ['Neutral', 'history', 'stateExpired'],
  REVOKED: ['Neutral', 'cancel', 'stateRevoked'],
  PLAN_ONLY: ['Neutral', 'show', 'statePlanOnly'],
  DEPLOYING: ['Information', 'synchronize', 'stateDeploying'],
  NEEDS_PERSON: ['Critical', 'alert', 'stateNeedsPerson'],
  OTHERS_FIRST: ['Critical', 'pending', 'stateOthersFirst'],
  EMERGENCY: ['Negative', 'alert', 'stateEmergency'],
  STANDARD: ['Neutral', 'accept', 'stateStandard'],
  QUEUED: ['Critical', 'pending', 'stateQueued'],
  PARKED: ['Neutral', 'pending', 'stateParked'],
  LIVE: ['Positive', 'sys-enter-2', 'stateLive'],
} as const satisfies Record<string, Look>;

export type State = keyof typeof looks;

export function lookOf(state: string): Look | undefined {
  return state in looks ? looks[state as State] : undefined;
}

interface Props {
  /** A state of the API; one that this map does not know is shown as it is, in grey. */
  state: string;
  /** What it is the state of, such as a stage: `QA - Waiting`. */
  of?: string | undefined;
  /** Instead of the usual word. */
  text?: string;
}

export function StatusTag({ state, of, text }: Props) {
  const t = useTexts(texts);
  const [design, icon, key] = lookOf(state) ?? ['Neutral' as const, 'status-inactive', undefined];
  const word = text ?? (key === undefined ? state : t(key));
  return (
    <Tag design={design} wrappingType="None" icon={<Icon name={icon} />} data-state={state}>
      {of === undefined ? word : `${of} - ${word}`}
    </Tag>
  );
}
