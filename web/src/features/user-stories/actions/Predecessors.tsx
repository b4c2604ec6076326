import { useState } from 'react';
import '@ui5/webcomponents-icons/dist/decline.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { useMay } from '../../../lib/session';
import { TextField } from '../../../ui/form/fields';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { StatusTag } from '../../../ui/StatusTag';
import { useDependencies, useDependencyChange, useSearch, type Neighbour, type WorkItem } from '../api';
import { texts } from '../texts';

interface Props {
  projectKey: string;
  item: WorkItem;
}

/** What has to be in a target before this item, and what comes after it. */
export function Predecessors({ projectKey, item }: Props) {
  const t = useTexts(texts);
  const may = useMay();
  const canEdit = may('WORK_ITEMS_EDIT', projectKey);
  const { data, error, refetch } = useDependencies(projectKey, item.id);
  const change = useDependencyChange(projectKey, item.id);
  const [typed, setTyped] = useState('');
  const found = useSearch(projectKey, typed);
  const suggestions = (found.data?.items ?? []).filter(({ id }) => id !== item.id).map(({ id, title }) => `${id} ${title}`);
  const wanted = typed.trim().split(' ')[0] ?? '';

  function add() {
    change.mutate({ predecessor: wanted, isWanted: true }, { onSuccess: () => setTyped('') });
  }

  return (
    <>
      <ProblemMessage problem={error} retry={() => void refetch()} />
      <ProblemMessage problem={change.error} />
      <Title level="H3" size="H6">
        {t('predecessors')}
      </Title>
      <p>{t('predecessorsHelp')}</p>
      {data?.predecessors.length === 0 && <p>{t('noPredecessors')}</p>}
      <Neighbours
        projectKey={projectKey}
        items={data?.predecessors ?? []}
        onRemove={canEdit ? (id) => change.mutate({ predecessor: id, isWanted: false }) : undefined}
      />
      {canEdit && (
        <form
          className="ty-row"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField label={t('addPredecessor')} value={typed} onChange={setTyped} suggestions={suggestions} />
          <Button type="Submit" disabled={wanted === '' || change.isPending} loading={change.isPending}>
            {t('add')}
          </Button>
        </form>
      )}
      {data !== undefined && data.successors.length > 0 && (
        <>
          <Title level="H3" size="H6">
            {t('successors')}
          </Title>
          <Neighbours projectKey={projectKey} items={data.successors} onRemove={undefined} />
        </>
      )}
    </>
  );
}

interface NeighboursProps {
  projectKey: string;
  items: readonly Neighbour[];
  onRemove: ((id: string) => void) | undefined;
}

function Neighbours({ projectKey, items, onRemove }: NeighboursProps) {
  const t = useTexts(texts);
  return (
    <ul className="ty-findings">
      {items.map(({ id, title, pipelineStage, pipelineStatus }) => (
        <li key={id}>
          <span className="ty-row">
            <Link to={`/projects/${projectKey}/user-stories/${id}`}>{id}</Link>
            {title}
            <StatusTag state={pipelineStatus ?? 'READY'} of={pipelineStage ?? undefined} />
            {onRemove !== undefined && (
              <Button
                design="Transparent"
                icon="decline"
                accessibleName={t('removePredecessor', { id })}
                tooltip={t('removePredecessor', { id })}
                onClick={() => onRemove(id)}
              />
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
