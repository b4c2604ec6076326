interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
}

type Answer = unknown;
type Fake = (call: Call) => Answer;

const fakes = new Map<string, Fake>();
const calls: Call[] = [];

/** A refusal as the server would write it. */
export class Refused {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { field: string; code: string; message: string }[];

  constructor(status: number, code: string, detail: string, errors: Refused['errors'] = []) {
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
  }
}

/** Answers a call of the API: `fake('GET /api/v1/projects', () => ({items: []}))`; `{id}` stands for any segment. */
export function fake(route: string, answer: Fake): void {
  fakes.set(route, answer);
}

/** What was called so far, oldest first: `calledWith('POST /api/v1/projects')`. */
export function callsOf(route: string): Call[] {
  return calls.filter((call) => matches(route, call));
}

export function forgetFakes(): void {
  fakes.clear();
  calls.length = 0;
}

/** Nothing leaves the test: a call without a fake is an error that names it. */
export function installFakeApi(): void {
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    const call: Call = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      body: bodyOf(request, text),
      headers: request.headers,
    };
    calls.push(call);
    const found = [...fakes].find(([route]) => matches(route, call));
    return found === undefined
      ? problem(new Refused(500, 'no-fake', `The test has no fake for ${call.method} ${call.path}`))
      : answered(found[1](call));
  };
}

/** Other texts, such as YAML, stay as they are. */
function bodyOf(request: Request, text: string): unknown {
  if (text === '') {
    return undefined;
  }
  return request.headers.get('Content-Type')?.includes('json') === true ? (JSON.parse(text) as unknown) : text;
}

function answered(answer: Answer): Response {
  if (answer instanceof Refused) {
    return problem(answer);
  }
  return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
}

function problem({ status, code, detail, errors }: Refused): Response {
  const body = { type: `urn:tyto:problem:${code}`, title: code, status, detail, code, errors };
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } });
}

function matches(route: string, { method, path }: Call): boolean {
  const [wantedMethod, wantedPath = ''] = route.split(' ');
  const pattern = wantedPath.replace(/\{[^}]+\}/g, '[^/]+');
  return wantedMethod === method && new RegExp(`^${pattern}$`).test(path);
}
