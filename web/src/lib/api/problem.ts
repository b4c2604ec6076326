import type { components } from '../../api/gen/schema';

type Body = components['schemas']['Problem'];
export type FieldProblem = NonNullable<Body['errors']>[number];

/** What the server refused (RFC 9457), or that it could not be reached: code `unreachable`, status 0. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly fields: readonly FieldProblem[];
  /** Further members: `incident`, `fault`, `vendorCode`, `excerpt`, ... */
  readonly more: Readonly<Record<string, unknown>>;

  constructor(body: Body) {
    super(body.detail);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.fields = body.errors ?? [];
    this.more = body;
  }

  /** What is wrong with one input field, by its path in the request. */
  field(name: string): string | undefined {
    return this.fields.find((each) => each.field === name)?.message;
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  return isProblem(body)
    ? new Problem(body)
    : new Problem({
        type: 'about:blank',
        title: response.statusText || 'Error',
        status: response.status,
        code: response.status >= 502 ? 'unreachable' : 'unexpected',
        detail: response.statusText || `HTTP ${response.status}`,
      });
}

export function unreachable(): Problem {
  return new Problem({
    type: 'about:blank',
    title: 'Unreachable',
    status: 0,
    code: 'unreachable',
    detail: 'The server cannot be reached.',
  });
}

/** Any thrown thing as a problem, for pieces that show one. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) {
    return thrown;
  }
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem({ type: 'about:blank', title: 'Error', status: 0, code: 'page-error', detail: text });
}

function isProblem(body: unknown): body is Body {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
