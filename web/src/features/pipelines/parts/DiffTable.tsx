import { useMemo } from 'react';
import { structuredPatch } from 'diff';
import { useTexts } from '../../../lib/i18n/texts';
import { texts } from '../texts';
import '../pipelines.css';

interface Props {
  label: string;
  before: string;
  after: string;
}

interface Line {
  change: 'added' | 'removed' | 'same';
  before: number | undefined;
  after: number | undefined;
  text: string;
}

/** What differs between two texts, line by line, with a little of what stands around. */
export function DiffTable({ label, before, after }: Props) {
  const t = useTexts(texts);
  const hunks = useMemo(() => linesOf(before, after), [before, after]);
  if (hunks.length === 0) {
    return <p>{t('noDifference')}</p>;
  }
  const signs = { added: '+', removed: '-', same: '' } as const;
  const words = { added: t('added'), removed: t('removed'), same: '' };
  return (
    <table className="ty-pipe-diff" aria-label={label}>
      {hunks.map((lines, index) => (
        <tbody key={index}>
          {lines.map((line, row) => (
            <tr key={row} data-change={line.change}>
              <td className="ty-pipe-diff-line">{line.before}</td>
              <td className="ty-pipe-diff-line">{line.after}</td>
              <td className="ty-pipe-diff-line">
                <span aria-hidden>{signs[line.change]}</span>
                <span className="ty-hidden">{words[line.change]}</span>
              </td>
              <td>{line.text}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function linesOf(before: string, after: string): Line[][] {
  return structuredPatch('', '', before, after, '', '', { context: 3 }).hunks.map((hunk) => {
    let old = hunk.oldStart;
    let next = hunk.newStart;
    return hunk.lines
      .filter((line) => !line.startsWith('\\'))
      .map((line): Line => {
        const text = line.slice(1);
        if (line.startsWith('+')) {
          return { change: 'added', before: undefined, after: next++, text };
        }
        if (line.startsWith('-')) {
          return { change: 'removed', before: old++, after: undefined, text };
        }
        return { change: 'same', before: old++, after: next++, text };
      });
  });
}
