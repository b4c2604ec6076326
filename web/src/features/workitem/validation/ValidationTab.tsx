import { useMemo, useState } from 'react';
import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import { Button } from '@ui5/webcomponents-react/Button';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { useFormat } from '../../../lib/i18n/format';
import { useTexts } from '../../../lib/i18n/texts';
import { EmptyState } from '../../../ui/EmptyState';
import { SelectField } from '../../../ui/form/fields';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { RelativeTime } from '../../../ui/RelativeTime';
import { StatusTag } from '../../../ui/StatusTag';
import { DataTable, type Column } from '../../../ui/table/DataTable';
import { useConnectors, useValidations, type Finding, type ItemRef, type Validation } from '../api';
import { stateOf } from './outcome';
import { texts } from './texts';

interface Props {
  place: ItemRef;
  /** A run of the release pipeline has validated it; its report stands there. */
  isByPipeline: boolean;
  /** Left out for people who may not. */
  onValidate: (() => void) | undefined;
}

/** The report of the newest validation, or of an earlier one. */
export function ValidationTab({ place, isByPipeline, onValidate }: Props) {
  const t = useTexts(texts);
  const format = useFormat();
  const validations = useValidations(place);
  const [chosen, setChosen] = useState('');
  const all = validations.data;
  if (all === undefined) {
    return validations.error === null ? (
      <BusyIndicator active />
    ) : (
      <ProblemMessage problem={validations.error} retry={() => void validations.refetch()} />
    );
  }
  const shown = all.find((each) => each.id === chosen) ?? all[0];
  if (shown === undefined) {
    return (
      <EmptyState
        title={t(isByPipeline ? 'emptyByPipeline' : 'emptyTitle')}
        action={onValidate !== undefined && <Button onClick={onValidate}>{t('validate')}</Button>}
      >
        {isByPipeline ? (
          <>
            {t('emptyByPipelineNext')} <Link to="?tab=activity">{t('toActivity')}</Link>
          </>
        ) : (
          t('emptyNext')
        )}
      </EmptyState>
    );
  }
  return (
    <>
      {all.length > 1 && (
        <div className="wi-report-choice">
          <SelectField
            label={t('report')}
            value={shown.id}
            onChange={setChosen}
            choices={all.map((each) => ({
              value: each.id,
              text: t('reportOf', { candidate: each.candidate, at: format.dateTime(each.startedAt) }),
            }))}
          />
        </div>
      )}
      <Report validation={shown} />
    </>
  );
}

function Report({ validation }: { validation: Validation }) {
  const t = useTexts(texts);
  const columns = useColumns();
  const isRunning = validation.state === 'RUNNING';
  return (
    <>
      <section className="ty-panel" aria-labelledby="wi-report">
        <div className="ty-row" role="status">
          <Title id="wi-report" level="H2" size="H5">
            {t('candidate', { candidate: validation.candidate })}
          </Title>
          <StatusTag state={stateOf(validation)} />
          {validation.outdated && <StatusTag state="OUTDATED" />}
          {isRunning && <BusyIndicator active size="S" delay={0} />}
          <span className="wi-hint">
            {t('startedBy', { name: validation.startedBy })} <RelativeTime at={validation.startedAt} />
            {validation.stage != null && ` · ${t('onlyStage', { stage: validation.stage })}`}
          </span>
        </div>
        {isRunning && <p>{t('running')}</p>}
        {validation.outdated && (
          <MessageStrip design="Critical" hideCloseButton>
            {t('outdated')}
          </MessageStrip>
        )}
        {validation.fault != null && (
          <MessageStrip design="Negative" hideCloseButton>
            {t('fault')} {validation.fault}
          </MessageStrip>
        )}
        {!isRunning && validation.fault == null && validation.findings.length === 0 && <p>{t('noFindings')}</p>}
      </section>
      {validation.findings.length > 0 && (
        <DataTable
          id="validation-findings"
          label={t('findings')}
          columns={columns}
          rows={validation.findings}
          rowKey={(finding) => `${finding.check} ${finding.place} ${finding.message}`}
        />
      )}
    </>
  );
}

const weight = { ERROR: 0, WARNING: 1, INFO: 2 } as const;

function useColumns(): Column<Finding>[] {
  const t = useTexts(texts);
  const connectors = useConnectors();
  return useMemo(() => {
    const names = new Map(
      (connectors.data ?? []).flatMap(({ checks }) => checks.map(({ id, displayName }) => [id, displayName] as const)),
    );
    return [
      {
        id: 'severity',
        header: t('severity'),
        width: '8rem',
        isOptional: false,
        sortBy: (finding) => weight[finding.severity],
        cell: (finding) => <StatusTag state={finding.severity} text={t(`severity${finding.severity}`)} />,
      },
      { id: 'message', header: t('message'), isOptional: false, cell: (finding) => finding.message },
      { id: 'place', header: t('place'), sortBy: (finding) => finding.place, cell: (finding) => finding.place },
      { id: 'cure', header: t('cure'), cell: (finding) => finding.cure },
      {
        id: 'check',
        header: t('check'),
        sortBy: (finding) => finding.check,
        cell: (finding) => names.get(finding.check) ?? finding.check,
      },
    ];
  }, [t, connectors.data]);
}
