import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { useNavigate, useParams } from 'react-router';
import { asProblem } from '../../lib/api/problem';
import { useTexts } from '../../lib/i18n/texts';
import { useProject } from '../../lib/project';
import { EmptyState } from '../../ui/EmptyState';
import { PageBody } from '../../ui/PageHeader';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { useWorkItem } from './api';
import { ItemTabs } from './parts/ItemTabs';
import { texts } from './texts';
import './workitem.css';

/** Edit User Story. */
export function WorkItemPage() {
  const t = useTexts(texts);
  const { id = '' } = useParams();
  const { key } = useProject();
  const item = useWorkItem({ key, id });
  if (item.data !== undefined) {
    return <ItemTabs key={id} place={{ key, id }} item={item.data} />;
  }
  if (item.error === null) {
    return (
      <div className="wi-loading">
        <BusyIndicator active text={t('loading')} />
      </div>
    );
  }
  return asProblem(item.error).status === 404 ? (
    <Missing id={id} projectKey={key} />
  ) : (
    <PageBody>
      <ProblemMessage problem={item.error} retry={() => void item.refetch()} />
    </PageBody>
  );
}

export function Missing({ id, projectKey }: { id: string; projectKey: string }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('missingTitle', { id })}
      action={
        <Button design="Emphasized" onClick={() => void navigate(`/projects/${projectKey}/user-stories`)}>
          {t('toList')}
        </Button>
      }
    >
      {t('missingText')}
    </EmptyState>
  );
}
