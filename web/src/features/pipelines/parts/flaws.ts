import { useMemo } from 'react';
import { useTexts, type Translate } from '../../../lib/i18n/texts';
import { checker, located, type Complaint, type JsonSchema } from '../model/schema';
import { pathOf, type Flaw, type Source } from '../model/source';
import { asProblem } from '../../../lib/api/problem';
import { texts } from '../texts';

type T = Translate<(typeof texts)['en']>;

/** What is wrong with the text by its syntax and by the schema, told in the person's language. */
export function useFlaws(source: Source, schema: JsonSchema | undefined): Flaw[] {
  const t = useTexts(texts);
  const check = useMemo(() => (schema === undefined ? undefined : checker(schema)), [schema]);
  return useMemo(() => {
    if (source.broken.length > 0) {
      return source.broken;
    }
    return (check?.(source) ?? []).map((each) => located(source, each.path, messageOf(t, each)));
  }, [source, check, t]);
}

/** What the server found besides: it knows people, environments and rules that no schema can say. */
export function flawsOf(problem: unknown): Flaw[] {
  return problem === null || problem === undefined
    ? []
    : asProblem(problem).fields.map(({ field, message, line = 1, column = 1 }) => ({
        path: pathOf(field),
        message,
        line,
        column,
      }));
}

function messageOf(t: T, { path, keyword, error, wanted }: Complaint): string {
  const name = String(path.at(-1) ?? '');
  const value = typeof wanted === 'string' || typeof wanted === 'number' ? wanted : '';
  switch (keyword) {
    case 'required':
      return t('flawRequired', { name });
    case 'false':
      return t('flawUnknown', { name });
    case 'enum':
      return t('flawEnum', { values: Array.isArray(wanted) ? wanted.join(', ') : '' });
    case 'type':
      return t('flawType', { type: Array.isArray(wanted) ? wanted.join(', ') : value });
    case 'minItems':
    case 'minProperties':
      return t('flawFew', { count: Number(wanted) });
    case 'minLength':
      return t('flawEmpty');
    case 'maxItems':
    case 'maxLength':
      return t('flawLong', { value });
    case 'minimum':
      return t('flawLow', { value });
    case 'maximum':
      return t('flawHigh', { value });
    case 'pattern':
      return t('flawPattern', { value });
    case 'uniqueItems':
      return t('flawTwice');
    default:
      return error;
  }
}
