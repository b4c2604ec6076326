import { useEffect, useState } from 'react';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import '@ui5/webcomponents-icons/dist/refresh.js';
import { asProblem } from '../../../lib/api/problem';
import { useTexts } from '../../../lib/i18n/texts';
import { SelectField, type Choice } from '../../../ui/form/fields';
import type { Bound } from '../../../ui/form/useForm';
import { useExternalProjects, type Place } from '../api';
import { texts } from '../texts';

const typingMs = 600;

interface Props {
  projectKey: string;
  /** Null as long as something is missing to ask with. */
  place: Place | null;
  bound: Bound<string>;
  /** The project that is linked now, when it is not in the list. */
  linked?: Choice | undefined;
}

/** The projects that the credential sees, read live: waiting, loading, none, refused, unreachable, a list. */
export function ProjectField({ projectKey, place, bound, linked }: Props) {
  const t = useTexts(texts);
  const projects = useExternalProjects(projectKey, useSettled(place));
  const found = projects.data?.items;
  const choices: Choice[] = (found ?? []).map(({ id, name, status }) => ({ value: id, text: name, note: status }));
  if (linked !== undefined && !choices.some(({ value }) => value === linked.value)) {
    choices.push(linked);
  }
  const retry = (
    <Button
      icon="refresh"
      design="Transparent"
      disabled={projects.isFetching}
      onClick={() => void projects.refetch()}
    >
      {t(projects.error !== null || found === undefined || found.length === 0 ? 'projectsRetry' : 'projectsReload')}
    </Button>
  );
  return (
    <div className="ty-form" data-testid="external-projects">
      <SelectField
        label={t('project')}
        isRequired
        isDisabled={choices.length === 0}
        choices={choices}
        {...bound}
        help={
          place === null
            ? t('projectsWait')
            : found !== undefined && found.length > 0 && t('projectsCount', { count: found.length })
        }
      />
      {place !== null && projects.isFetching && (
        <div className="ty-row" role="status">
          <BusyIndicator active size="S" delay={0} />
          {t('projectsLoading')}
        </div>
      )}
      {place !== null && !projects.isFetching && projects.error !== null && (
        <Unread problem={projects.error} retry={retry} />
      )}
      {!projects.isFetching && projects.error === null && found?.length === 0 && (
        <Unread title={t('projectsEmpty')} text={t('projectsEmptyNext')} retry={retry} />
      )}
      {!projects.isFetching && projects.error === null && found !== undefined && found.length > 0 && <div>{retry}</div>}
    </div>
  );
}

interface UnreadProps {
  title?: string;
  text?: string;
  problem?: unknown;
  retry: React.ReactNode;
}

function Unread({ title, text, problem, retry }: UnreadProps) {
  const t = useTexts(texts);
  const refusal = problem === undefined ? undefined : asProblem(problem);
  const head = title ?? t(refusal?.code === 'unreachable' ? 'projectsUnreachable' : 'projectsRefused');
  return (
    <div role="alert">
      <MessageStrip design={refusal === undefined ? 'Critical' : 'Negative'} hideCloseButton>
        <strong>{head}</strong>
        <div>{text ?? refusal?.message}</div>
      </MessageStrip>
      {retry}
    </div>
  );
}

/** The place as it stands once nobody is typing. */
function useSettled(place: Place | null): Place | null {
  const [settled, setSettled] = useState(place);
  const text = JSON.stringify(place);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Place | null), typingMs);
    return () => clearTimeout(timer);
  }, [text]);
  return place === null ? null : settled;
}
