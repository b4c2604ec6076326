import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { SegmentedButton } from '@ui5/webcomponents-react/SegmentedButton';
import { SegmentedButtonItem } from '@ui5/webcomponents-react/SegmentedButtonItem';
import { useParams, useSearchParams } from 'react-router';
import { inboxKey, inboxQuery, isTask, itemsOf, type InboxItem } from '../../../lib/inbox';
import { useTexts } from '../../../lib/i18n/texts';
import { EmptyState } from '../../../ui/EmptyState';
import { PageBody, PageHeader } from '../../../ui/PageHeader';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { RunSkeleton } from '../parts/RunSkeleton';
import { History } from './History';
import { ItemList } from './ItemList';
import { ItemDetail } from './ItemDetail';
import { texts } from './texts';
import '../runs.css';
import './inbox.css';

/** My Tasks: what waits, and what one has decided. Which of the two stands in the address. */
export function MyTasksPage() {
  const t = useTexts(texts);
  const { key } = useParams();
  const [search, setSearch] = useSearchParams();
  const isHistory = search.get('view') === 'history';
  const [isAll, setIsAll] = useState(key === undefined);
  const { data: all } = useQuery(inboxQuery);
  const items = all === undefined ? undefined : itemsOf(all, isAll ? undefined : key);
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={items === undefined ? t('subtitle') : t('count', { count: items.filter(isTask).length })}
        actions={
          key !== undefined &&
          !isHistory && (
            <CheckBox text={t('allProjects')} checked={isAll} onChange={(event) => setIsAll(event.target.checked)} />
          )
        }
      />
      <PageBody>
        <SegmentedButton
          accessibleName={t('view')}
          onSelectionChange={({ detail }) =>
            setSearch(detail.selectedItems[0]?.dataset['view'] === 'history' ? { view: 'history' } : {})
          }
        >
          <SegmentedButtonItem data-view="waiting" selected={!isHistory}>
            {t('waiting')}
          </SegmentedButtonItem>
          <SegmentedButtonItem data-view="history" selected={isHistory}>
            {t('history')}
          </SegmentedButtonItem>
        </SegmentedButton>
        {isHistory ? <History /> : <Waiting items={items} isMore={all !== undefined && all.length > 0} />}
      </PageBody>
    </>
  );
}

interface WaitingProps {
  items: InboxItem[] | undefined;
  /** Something waits in other projects. */
  isMore: boolean;
}

/** A list at the left, what is decided at the right. The choice is in the address. */
function Waiting({ items, isMore }: WaitingProps) {
  const t = useTexts(texts);
  const [search, setSearch] = useSearchParams();
  const { error, refetch } = useQuery(inboxQuery);
  const wanted = search.get('task');
  const chosen = items?.find((each) => inboxKey(each) === wanted);
  const last = useLast(chosen, wanted);
  if (items === undefined) {
    return error === null ? <RunSkeleton /> : <ProblemMessage problem={error} retry={() => void refetch()} />;
  }
  if (items.length === 0 && last === undefined) {
    return (
      <EmptyState title={t('empty')} icon="inbox">
        {t(isMore ? 'noneElsewhere' : 'emptyNext')}
      </EmptyState>
    );
  }
  return (
    <div className="ty-inbox" data-detail={last !== undefined}>
      <ItemList items={items} chosen={wanted} onChoose={(item) => setSearch({ task: inboxKey(item) })} />
      <section className="ty-inbox-detail">
        {last === undefined ? (
          <EmptyState title={t('choose')} icon="inbox" />
        ) : (
          <ItemDetail key={inboxKey(last)} item={last} isOver={chosen === undefined} onBack={() => setSearch({})} />
        )}
      </section>
    </div>
  );
}

/** What was chosen stays in sight when somebody, or oneself, has decided it. */
function useLast(chosen: InboxItem | undefined, wanted: string | null): InboxItem | undefined {
  const [last, setLast] = useState<InboxItem | undefined>(chosen);
  if (chosen !== undefined && chosen !== last) {
    setLast(chosen);
    return chosen;
  }
  return last !== undefined && inboxKey(last) === wanted ? last : undefined;
}
