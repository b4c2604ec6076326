import { useState } from 'react';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { useNavigate, useParams } from 'react-router';
import { asProblem } from '../../../lib/api/problem';
import { useTexts } from '../../../lib/i18n/texts';
import { useProject } from '../../../lib/project';
import { useMay } from '../../../lib/session';
import { PageBody } from '../../../ui/PageHeader';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { useWorkItem, type ItemRef, type WorkItem } from '../api';
import { IncludeOffer } from '../deliverables/IncludeOffer';
import { ItemHeader } from '../parts/ItemHeader';
import { Missing } from '../WorkItemPage';
import '../workitem.css';
import { usePlan, type ChangeType, type Plan } from './api';
import { ChangeTypes } from './ChangeTypes';
import { Changes } from './Changes';
import { difference, type Difference } from './difference';
import { Gates } from './Gates';
import { Changed, PlanStrips } from './PlanStrips';
import { PromoteBar } from './PromoteBar';
import { Tasks } from './Tasks';
import { texts } from './texts';

/** What Promote would do, before it does. */
export function PlanPage() {
  const { id = '' } = useParams();
  const { key } = useProject();
  const place = { key, id };
  const item = useWorkItem(place);
  if (item.data !== undefined) {
    return <PlanOf key={id} place={place} item={item.data} />;
  }
  if (item.error === null) {
    return (
      <div className="wi-loading">
        <BusyIndicator active />
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

function PlanOf({ place, item }: { place: ItemRef; item: WorkItem }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ChangeType | null>(null);
  const plan = usePlan(place, chosen);
  const [changed, setChanged] = useState<Difference | null>(null);
  const { data } = plan;

  /** Reads the plan again and says what is different from the one that was shown. */
  async function readAgain() {
    const before = data;
    const { data: after } = await plan.refetch();
    if (before !== undefined && after !== undefined) {
      setChanged(difference(before, after));
    }
  }

  return (
    <>
      <ItemHeader
        projectKey={place.key}
        item={item}
        title={t('title')}
        below={t('title')}
        actions={
          <>
            <Button design="Transparent" disabled={plan.isFetching} onClick={() => void readAgain()}>
              {t('readAgain')}
            </Button>
            <Button onClick={() => void navigate(`/projects/${place.key}/user-stories/${place.id}`)}>{t('edit')}</Button>
          </>
        }
      />
      <PageBody>
        {changed !== null && <Changed difference={changed} />}
        {data === undefined ? (
          plan.error === null ? (
            <div className="wi-loading">
              <BusyIndicator active text={t('reading')} />
            </div>
          ) : (
            <ProblemMessage problem={plan.error} retry={() => void plan.refetch()} />
          )
        ) : (
          <Shown
            place={place}
            item={item}
            plan={data}
            isReading={plan.isFetching}
            onReadAgain={readAgain}
            changeType={chosen}
            onChangeType={(type) => {
              setChanged(null);
              setChosen(type);
            }}
          />
        )}
      </PageBody>
    </>
  );
}

interface ShownProps {
  place: ItemRef;
  item: WorkItem;
  plan: Plan;
  isReading: boolean;
  onReadAgain: () => Promise<void>;
  changeType: ChangeType | null;
  onChangeType: (type: ChangeType) => void;
}

function Shown({ place, item, plan, isReading, onReadAgain, changeType, onChangeType }: ShownProps) {
  const may = useMay();
  return (
    <>
      <PlanStrips place={place} plan={plan} onReadAgain={onReadAgain} />
      <IncludeOffer place={place} item={item} canEdit={may('WORK_ITEMS_EDIT', place.key)} />
      <ChangeTypes plan={plan} type={changeType} onChange={onChangeType} />
      <Gates place={place} gates={plan.gates} />
      <Tasks plan={plan} />
      <Changes changes={plan.changes} />
      <PromoteBar
        key={`${plan.candidate} ${plan.digest} ${plan.continues?.taskId ?? ''}`}
        place={place}
        plan={plan}
        changeType={changeType}
        isReading={isReading}
        onOutdated={onReadAgain}
      />
    </>
  );
}
