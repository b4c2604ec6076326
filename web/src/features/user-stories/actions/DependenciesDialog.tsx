import { Button } from '@ui5/webcomponents-react/Button';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { DialogFrame } from '../../../ui/DialogFrame';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { useCollisions, type WorkItem } from '../api';
import { texts } from '../texts';
import { Predecessors } from './Predecessors';
import './actions.css';

interface Props {
  projectKey: string;
  item: WorkItem;
  onClose: () => void;
}

/** What comes before and after the item, and what carries the same objects: it travels along or collides. */
export function DependenciesDialog({ projectKey, item, onClose }: Props) {
  const t = useTexts(texts);
  const { data, error, refetch } = useCollisions(projectKey, item.id);
  return (
    <DialogFrame
      title={t('dependenciesOf', { id: item.id })}
      onClose={onClose}
      footer={
        <Button design="Emphasized" onClick={onClose}>
          {t('closeDialog')}
        </Button>
      }
    >
      <div className="ty-dialog-body" aria-busy={data === undefined && error === null}>
        <div>{item.title}</div>
        <Predecessors projectKey={projectKey} item={item} />
        <Title level="H3" size="H6">
          {t('sameObjects')}
        </Title>
        <ProblemMessage problem={error} retry={() => void refetch()} />
        {data?.items.length === 0 && <p>{t('noDependencies')}</p>}
        <ul className="ty-findings">
          {(data?.items ?? []).map(({ deliverableId, workItemId, object, message }) => (
            <li key={`${deliverableId} ${workItemId} ${object}`}>
              <span className="ty-row">
                <Link to={`/projects/${projectKey}/user-stories/${workItemId}`}>{workItemId}</Link>
                <strong>{object}</strong>
              </span>
              {message}
            </li>
          ))}
        </ul>
      </div>
    </DialogFrame>
  );
}
