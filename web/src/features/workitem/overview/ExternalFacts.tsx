import type { ReactNode } from 'react';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts, type Translate } from '../../../lib/i18n/texts';
import type { WorkItem } from '../api';
import { texts } from './texts';

/** The fields that the external system owns. */
export function ExternalFacts({ item }: { item: WorkItem }) {
  const t = useTexts(texts);
  const format = useFormat();
  const date = (iso: string | null | undefined) => (iso == null ? null : format.date(iso));
  return (
    <dl className="ty-facts">
      <Fact label={t('status')}>{item.status.label}</Fact>
      <Fact label={t('priority')}>{priorityText(item.priority, t)}</Fact>
      <Fact label={t('assignee')}>{item.assignee}</Fact>
      <Fact label={t('release')}>{item.release}</Fact>
      <Fact label={t('workstream')}>{item.workstream}</Fact>
      <Fact label={t('startDate')}>{date(item.startDate)}</Fact>
      <Fact label={t('dueDate')}>{date(item.dueDate)}</Fact>
      <Fact label={t('changedAt')}>{item.changedAt == null ? null : format.dateTime(item.changedAt)}</Fact>
      <Fact label={t('tags')}>
        {item.tags.length === 0 ? null : (
          <span className="ty-row">
            {item.tags.map((tag) => (
              <Tag key={tag} design="Set2" colorScheme="10" hideStateIcon>
                {tag}
              </Tag>
            ))}
          </span>
        )}
      </Fact>
    </dl>
  );
}

function priorityText(priority: number | null | undefined, t: Translate<typeof texts.en>): string | null {
  switch (priority) {
    case 10:
      return t('priority10');
    case 20:
      return t('priority20');
    case 30:
      return t('priority30');
    case 40:
      return t('priority40');
    default:
      return priority == null ? null : String(priority);
  }
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return children === null || children === undefined || children === '' ? null : (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
