import { useId, type ReactNode } from 'react';
import { Title } from '@ui5/webcomponents-react/Title';
import { Link } from 'react-router';
import { ProblemMessage } from '../../../ui/ProblemMessage';

interface Props {
  title: string;
  /** Where all of it is. */
  all: { to: string; text: string };
  /** Undefined while it is read. */
  rows: readonly ReactNode[] | undefined;
  empty: string;
  problem: unknown;
}

/** One matter of the start page: a few rows and the way to all of them. */
export function Tile({ title, all, rows, empty, problem }: Props) {
  const id = useId();
  return (
    <section className="ty-panel ty-home-tile" aria-labelledby={id}>
      <div className="ty-home-head">
        <Title level="H2" size="H5" id={id} wrappingType="Normal">
          {title}
        </Title>
        <Link to={all.to}>{all.text}</Link>
      </div>
      <ProblemMessage problem={rows === undefined ? problem : null} />
      {rows === undefined && problem === null && <span className="ty-skeleton" aria-busy="true" />}
      {rows?.length === 0 && <p className="ty-home-note">{empty}</p>}
      {rows !== undefined && rows.length > 0 && (
        <ul>
          {rows.map((row, index) => (
            <li key={index}>{row}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
