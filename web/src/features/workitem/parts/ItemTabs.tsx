import { Button } from '@ui5/webcomponents-react/Button';
import { Tab } from '@ui5/webcomponents-react/Tab';
import { TabContainer } from '@ui5/webcomponents-react/TabContainer';
import { useNavigate, useSearchParams } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { useMay } from '../../../lib/session';
import { PageBody } from '../../../ui/PageHeader';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { UnsavedGuard } from '../../../ui/UnsavedGuard';
import { ActivityTab } from '../activity/ActivityTab';
import { useValidate, type ItemRef, type WorkItem } from '../api';
import { useDeliverables, useKinds } from '../deliverables/api';
import { DeliverablesTab } from '../deliverables/DeliverablesTab';
import { OtherTab } from '../deliverables/OtherTab';
import { tabsOf, type DeliverableTab } from '../deliverables/tabs';
import { OverviewTab } from '../overview/OverviewTab';
import { useOurFields } from '../overview/useOurFields';
import { texts } from '../texts';
import { ValidationTab } from '../validation/ValidationTab';
import { ItemHeader } from './ItemHeader';

interface Props {
  place: ItemRef;
  item: WorkItem;
}

/** The item's parts as tabs; the address names the one that is open. */
export function ItemTabs({ place, item }: Props) {
  const t = useTexts(texts);
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const { kinds, problem } = useKinds(place.key);
  const deliverables = useDeliverables(place);
  const fields = useOurFields(place, item);
  const validate = useValidate(place);
  const tabs = tabsOf(kinds, deliverables.data);
  const canEdit = may('WORK_ITEMS_EDIT', place.key);
  const wanted = search.get('tab') ?? 'overview';
  const fixed = ['overview', 'other', 'validation', 'activity'];
  const open = fixed.includes(wanted) || tabs.attached.some((each) => each.id === wanted) ? wanted : 'overview';

  function show(tab: string) {
    setSearch(tab === 'overview' ? {} : { tab });
  }

  function startValidation() {
    validate.mutate();
    show('validation');
  }

  return (
    <>
      <ItemHeader
        projectKey={place.key}
        item={item}
        actions={<Actions place={place} isBusy={validate.isPending} onValidate={startValidation} />}
      />
      {problem !== null && kinds === undefined && (
        <PageBody>
          <ProblemMessage problem={problem} />
        </PageBody>
      )}
      {(kinds !== undefined || problem !== null) && <TabContainer
        className="wi-tabs"
        contentBackgroundDesign="Transparent"
        onTabSelect={(event) => show(event.detail.tab.dataset['tab'] ?? 'overview')}
      >
        <Tab data-tab="overview" text={t('tabOverview')} selected={open === 'overview'}>
          {open === 'overview' && (
            <PageBody>
              <OverviewTab place={place} item={item} fields={fields} canEdit={canEdit} />
            </PageBody>
          )}
        </Tab>
        {tabs.attached.map((tab) => (
          <Tab key={tab.id} data-tab={tab.id} text={counted(tab)} selected={open === tab.id}>
            {open === tab.id && (
              <PageBody>
                <DeliverablesTab place={place} item={item} tab={tab} deliverables={deliverables} canEdit={canEdit} />
              </PageBody>
            )}
          </Tab>
        ))}
        <Tab data-tab="other" text={counted({ ...tabs.other, title: t('tabOther') })} selected={open === 'other'}>
          {open === 'other' && (
            <PageBody>
              <OtherTab place={place} item={item} tab={tabs.other} deliverables={deliverables} canEdit={canEdit} />
            </PageBody>
          )}
        </Tab>
        <Tab data-tab="validation" text={t('tabValidation')} selected={open === 'validation'}>
          {open === 'validation' && (
            <PageBody>
              <ProblemMessage problem={validate.error} />
              <ValidationTab place={place} isByPipeline={item.validationStatus != null} onValidate={canEdit ? startValidation : undefined} />
            </PageBody>
          )}
        </Tab>
        <Tab data-tab="activity" text={t('tabActivity')} selected={open === 'activity'}>
          {open === 'activity' && (
            <PageBody>
              <ActivityTab place={place} />
            </PageBody>
          )}
        </Tab>
      </TabContainer>}
      <UnsavedGuard when={fields.form.isDirty} />
    </>
  );
}

function counted({ title, count }: Pick<DeliverableTab, 'title' | 'count'>): string {
  return count === 0 ? title : `${title} (${count})`;
}

function Actions({ place, isBusy, onValidate }: { place: ItemRef; isBusy: boolean; onValidate: () => void }) {
  const t = useTexts(texts);
  const may = useMay();
  const navigate = useNavigate();
  return (
    <>
      {may('WORK_ITEMS_EDIT', place.key) && (
        <Button disabled={isBusy} onClick={onValidate}>
          {t('validate')}
        </Button>
      )}
      {may('PROMOTE', place.key) && (
        <Button
          design="Emphasized"
          onClick={() => void navigate(`/projects/${place.key}/user-stories/${place.id}/promotion-plan`)}
        >
          {t('promote')}
        </Button>
      )}
    </>
  );
}
