import type { ReactNode } from 'react';
import '@ui5/webcomponents-icons/dist/action.js';
import { Icon } from '@ui5/webcomponents-react/Icon';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Tag } from '@ui5/webcomponents-react/Tag';
import { Link } from 'react-router';
import { useTexts } from '../../../lib/i18n/texts';
import { PageHeader } from '../../../ui/PageHeader';
import { StatusTag } from '../../../ui/StatusTag';
import { useExternalSystem, type WorkItem } from '../api';
import { texts } from '../texts';
import { outcomeState } from '../validation/outcome';

interface Props {
  projectKey: string;
  item: WorkItem;
  /** The last step of the path when it is a screen below the item. */
  below?: string;
  title?: string;
  actions?: ReactNode;
}

/** What one must know of a work item on each of its screens. */
export function ItemHeader({ projectKey, item, below, title, actions }: Props) {
  const t = useTexts(texts);
  const system = useExternalSystem(projectKey, item.integrationId) ?? t('externalSystem');
  return (
    <>
      <PageHeader
        breadcrumbs={<Path projectKey={projectKey} item={item} below={below} />}
        title={title ?? item.title}
        tags={<Tags item={item} />}
        actions={actions}
        subtitle={
          <div className="wi-subtitle">
            <span>
              {t(item.type === 'FEATURE' ? 'FEATURE' : 'USER_STORY')} {item.id}
            </span>
            {title !== undefined && <span>{item.title}</span>}
            <External item={item} system={system} />
            {item.assignee != null && <span>{item.assignee}</span>}
            {item.release != null && <span>{item.release}</span>}
          </div>
        }
      />
      {item.gone && (
        <div className="wi-strip">
          <MessageStrip design="Critical" hideCloseButton>
            {t('gone', { system })} {item.goneReason}
          </MessageStrip>
        </div>
      )}
    </>
  );
}

function Path({ projectKey, item, below }: { projectKey: string; item: WorkItem; below: string | undefined }) {
  const t = useTexts(texts);
  return (
    <nav className="wi-path" aria-label={t('breadcrumbs')}>
      <ol>
        <li>
          <Link to={`/projects/${projectKey}/user-stories`}>{t('userStories')}</Link>
        </li>
        {below === undefined ? (
          <li aria-current="page">{item.id}</li>
        ) : (
          <>
            <li>
              <Link to={`/projects/${projectKey}/user-stories/${item.id}`}>{item.id}</Link>
            </li>
            <li aria-current="page">{below}</li>
          </>
        )}
      </ol>
    </nav>
  );
}

function Tags({ item }: { item: WorkItem }) {
  const t = useTexts(texts);
  return (
    <div className="ty-row">
      <Tag design="Set2" colorScheme="6" hideStateIcon>
        {item.status.label}
      </Tag>
      {item.pipelineStatus == null ? (
        <StatusTag state="READY" text={t('noRun')} />
      ) : (
        <StatusTag state={item.pipelineStatus} of={item.pipelineStage ?? undefined} />
      )}
      {item.validationStatus != null && (
        <StatusTag state={outcomeState(item.validationStatus)} of={t('validation')} />
      )}
    </div>
  );
}

function External({ item, system }: { item: WorkItem; system: string }) {
  const t = useTexts(texts);
  const name = t('openIn', { id: item.externalId ?? item.externalUuid, system });
  return item.externalUrl == null ? (
    <span>{name}</span>
  ) : (
    <a href={item.externalUrl} target="_blank" rel="noopener noreferrer">
      {name} <Icon name="action" mode="Decorative" />
      <span className="ty-hidden">{t('opensApart')}</span>
    </a>
  );
}
