import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { callsOf, fake, Refused } from '../../../testing/fakeApi';
import { expectNoSeriousViolations, showScreen } from '../../../testing/showScreen';
import { feature } from '../feature';
import { artifact, calls, developer, fakeWorld, flow, path, transport, workItem } from '../testing/fixtures';

const requests = `${path}?tab=transport`;
const attach = `POST ${calls.deliverables}`;
const three = [transport('T1', { position: 0 }), flow({ position: 1 }), transport('T2', { position: 2 })];

test('the order is changed by keyboard, focus stays, and other kinds keep their place', async () => {
  let shown = three;
  fakeWorld();
  fake(`GET ${calls.deliverables}`, () => ({ items: shown }));
  fake(`PUT ${calls.order}`, ({ body }) => {
    const { ids } = body as { ids: string[] };
    shown = ids.flatMap((id) => three.filter((each) => each.id === id));
    return { items: shown };
  });
  const { screen } = await showScreen(feature, requests, developer);
  const down = screen.getByRole('button', { name: 'Move Request T1 down' });
  await expect.element(down).toBeVisible();
  document.querySelector<HTMLElement>('[data-mover="d-T1"][data-direction="down"]')?.focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(screen.getByText('Request T1 is now 2 of 2')).toBeInTheDocument();
  expect(callsOf(`PUT ${calls.order}`)[0]?.body).toEqual({ ids: ['d-T2', 'd-flow', 'd-T1'] });
  await expect.element(screen.getByRole('row').nth(1)).toHaveTextContent('Request T2');
  // It cannot go further down, so its other arrow has the focus now.
  await expect.poll(() => document.activeElement?.getAttribute('data-direction')).toBe('up');
  expect(document.activeElement?.getAttribute('data-mover')).toBe('d-T1');
  await expectNoSeriousViolations();
});

test('the order is changed by dragging a row', async () => {
  fakeWorld({ deliverables: three });
  fake(`PUT ${calls.order}`, () => ({ items: three }));
  const { screen } = await showScreen(feature, requests, developer);
  await expect.element(screen.getByText('Request T2')).toBeVisible();
  await userEvent.dragAndDrop(screen.getByRole('row', { name: /Request T2/ }), screen.getByRole('row', { name: /Request T1/ }));
  await expect.poll(() => callsOf(`PUT ${calls.order}`)[0]?.body).toEqual({ ids: ['d-T2', 'd-flow', 'd-T1'] });
});

test('a refused order is said, and the old one comes back', async () => {
  fakeWorld({ deliverables: three });
  fake(`PUT ${calls.order}`, () => new Refused(400, 'bad-order', 'Name each deliverable once.'));
  const { screen } = await showScreen(feature, requests, developer);
  await screen.getByRole('button', { name: 'Move Request T1 down' }).click();
  await expect.element(screen.getByText('Name each deliverable once.')).toBeVisible();
  await expect.element(screen.getByRole('row').nth(1)).toHaveTextContent('Request T1');
});

test('what was removed but is somewhere stays listed, and what is locked says why', async () => {
  fakeWorld({ deliverables: [transport('T1', { reached: ['QA'] }), transport('T0', { descoped: true, reached: ['QA'] })] });
  fake(`DELETE ${calls.deliverables}/d-T1`, () => new Refused(409, 'locked', 'It was promoted by a completed run and stays as its record.'));
  const { screen } = await showScreen(feature, requests, developer);
  await expect.element(screen.getByText('In QA, descoped')).toBeVisible();
  await screen.getByRole('button', { name: 'Remove Request T1' }).click();
  await expect.element(screen.getByText(/It is in QA already and stays listed/)).toBeVisible();
  await screen.getByText('Remove', { exact: true }).click();
  await expect.element(screen.getByText(/stays as its record/)).toBeVisible();
});

test('what a completed run carried is locked, says why, and cannot be removed', async () => {
  fakeWorld({ deliverables: [transport('T1', { locked: 'Request T1 was promoted by a completed run.' })] });
  const { screen } = await showScreen(feature, requests, developer);
  await expect.element(screen.getByText('Locked: Request T1 was promoted by a completed run.')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Remove Request T1' })).toBeDisabled();
  await expectNoSeriousViolations();
});

test('a request is released from its row after a question, and only while it is open', async () => {
  const release = `POST ${calls.deliverables}/d-T1/release`;
  fakeWorld({
    deliverables: [transport('T1', { facts: { releasable: 'true', openTasks: 'T1-A of ADA' } }), transport('T2', { facts: { releasable: 'false' } })],
  });
  fake(release, () => transport('T1'));
  const { screen } = await showScreen(feature, requests, developer);
  await expect.element(screen.getByText('Request T2')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Release Request T2' })).not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Release Request T1' }).click();
  await expect.element(screen.getByText(/This cannot be undone/)).toBeVisible();
  expect(callsOf(release)).toHaveLength(0);
  await screen.getByText('Release', { exact: true }).last().click();
  await expect.poll(() => callsOf(release)).toHaveLength(1);
});

test('a draft is saved as a version from the value help', async () => {
  fakeWorld();
  fake('GET /api/v1/environments/int-dev/artifacts', () => ({
    items: [artifact('Draft', { kind: 'flow', version: '1.0.3', attachable: false, reason: 'A draft.', facts: { draft: 'true' } })],
  }));
  const save = `POST ${calls.deliverables}/saved-versions`;
  fake(save, () => flow());
  const { screen } = await showScreen(feature, `${path}?tab=flow`, developer);
  await screen.getByText('Add', { exact: true }).first().click();
  await screen.getByRole('button', { name: 'Save Text of Draft as version' }).click();
  await screen.getByText('Save as version', { exact: true }).click();
  await expect.poll(() => callsOf(save)[0]?.body).toEqual({ kind: 'flow', environmentId: 'int-dev', externalId: 'Draft', version: '1.0.4' });
});

test('collisions are said at once, with the way to the other item', async () => {
  fakeWorld({ deliverables: [transport('T1')] });
  fake(`GET ${calls.item}/collisions`, () => ({
    items: [{ workItemId: 'BHA-17', deliverableId: 'd-T1', object: 'R3TR CLAS ZCL', message: 'BHA-17 carries R3TR CLAS ZCL, too.' }],
  }));
  const { screen } = await showScreen(feature, requests, developer);
  await expect.element(screen.getByText(/BHA-17 carries R3TR CLAS ZCL/)).toBeVisible();
  await expect.element(screen.getByText('Also in BHA-17')).toBeVisible();
  await expect.element(screen.getByRole('link', { name: 'BHA-17' })).toHaveAttribute('href', '/projects/BHA/user-stories/BHA-17');
});

test('the value help opens what has children, explains drafts, and attaches exact versions', async () => {
  fakeWorld();
  fake('GET /api/v1/environments/int-dev/artifacts', ({ query }) => ({
    items:
      query.get('parent') === 'Sales'
        ? [
            artifact('Replication', { kind: 'flow', version: '1.0.3', status: 'Saved' }),
            artifact('Draft', { kind: 'flow', version: 'Draft', attachable: false, reason: 'This is a draft: save it as a version first.' }),
          ]
        : [artifact('Sales', { kind: null, name: 'Sales package', hasChildren: true, attachable: false })],
  }));
  fake(attach, () => flow());
  const { screen } = await showScreen(feature, `${path}?tab=flow`, developer);
  await screen.getByText('Add', { exact: true }).first().click();
  await screen.getByRole('button', { name: 'Sales package' }).click();
  await expect.element(screen.getByText('This is a draft: save it as a version first.')).toBeVisible();
  await screen.getByRole('checkbox', { name: 'Text of Replication' }).click();
  await expectNoSeriousViolations();
  await screen.getByText('Attach (1)').click();
  await expect.poll(() => callsOf(attach)[0]?.body).toEqual({ kind: 'flow', environmentId: 'int-dev', externalId: 'Replication', version: '1.0.3' });
  await expect.element(screen.getByText('Attach (1)')).not.toBeInTheDocument();
});

test('the value help searches the environment and shows a refusal at the row', async () => {
  fakeWorld();
  fake('GET /api/v1/environments/dev/artifacts', ({ query }) => ({ items: [artifact(query.get('q') === 'ada' ? 'T7' : 'T1')] }));
  fake(attach, () => new Refused(400, 'artifact-unusable', 'Bad.', [{ field: 'externalId', code: 'copy', message: 'A transport of copies is not taken.' }]));
  const { screen } = await showScreen(feature, requests, developer);
  await screen.getByText('Add', { exact: true }).first().click();
  await screen.getByRole('searchbox').or(screen.getByRole('textbox')).first().click();
  await userEvent.keyboard('ada');
  await screen.getByRole('checkbox', { name: 'Text of T7' }).click();
  await screen.getByText('Attach (1)').click();
  await expect.element(screen.getByText('A transport of copies is not taken.')).toBeVisible();
});

test('an environment that does not answer is explained, with another try', async () => {
  fakeWorld();
  fake('GET /api/v1/environments/dev/artifacts', () => new Refused(502, 'outside', 'WAGON-DEV does not answer.'));
  const { screen } = await showScreen(feature, requests, developer);
  await screen.getByText('Add', { exact: true }).first().click();
  await expect.element(screen.getByText('WAGON-DEV does not answer.')).toBeVisible();
  await expect.element(screen.getByText('Try again')).toBeVisible();
});

test('pasted numbers are attached one by one; the refused ones stay to be mended', async () => {
  fakeWorld();
  fake(attach, ({ body }) => {
    const { externalId } = body as { externalId: string };
    return externalId === 'T2' ? new Refused(400, 'artifact-unusable', 'T2 does not exist.') : transport(externalId);
  });
  const { screen } = await showScreen(feature, requests, developer);
  await screen.getByText('Paste IDs', { exact: true }).first().click();
  await screen.getByRole('textbox', { name: 'IDs' }).click();
  await userEvent.keyboard('T1, T2;T3 T1');
  await screen.getByText('Attach (3)').click();
  await expect.element(screen.getByText('T2 does not exist.')).toBeVisible();
  await expect.element(screen.getByText('Attach (1)')).toBeVisible();
  expect(callsOf(attach).map(({ body }) => (body as { externalId: string }).externalId)).toEqual(['T1', 'T2', 'T3']);
  await expectNoSeriousViolations();
});

test('a feature includes what its user stories carry', async () => {
  fakeWorld({ item: workItem({ type: 'FEATURE', childCount: 2 }) });
  fake(`GET ${calls.ofStories}`, () => ({ items: [transport('T8', { workItemId: 'BHA-10' }), transport('T9', { workItemId: 'BHA-11' })] }));
  fake(`POST ${calls.ofStories}`, () => ({ items: [] }));
  const { screen } = await showScreen(feature, requests, developer);
  await expect.element(screen.getByText(/carry 2 deliverables that the feature does not/)).toBeVisible();
  await screen.getByText("Include the user stories' deliverables").first().click();
  await screen.getByRole('checkbox', { name: /BHA-10: Request T8/ }).click();
  await screen.getByText('Include (1)').click();
  await expect.poll(() => callsOf(`POST ${calls.ofStories}`)[0]?.body).toEqual({ ids: ['d-T9'] });
});

test('a link that is none is refused at its field', async () => {
  fakeWorld();
  fake(attach, () => new Refused(400, 'invalid', 'Bad.', [{ field: 'url', code: 'invalid', message: 'Give a whole web address.' }]));
  const { screen } = await showScreen(feature, `${path}?tab=other`, developer);
  await screen.getByText('Add Link', { exact: true }).first().click();
  await screen.getByRole('textbox', { name: 'Address' }).click();
  await userEvent.keyboard('nonsense');
  await screen.getByText('Add', { exact: true }).click();
  await expect.poll(() => document.querySelector('.ty-field-error')?.textContent).toBe('Give a whole web address.');
  expect(callsOf(attach)[0]?.body).toEqual({ kind: 'link', url: 'nonsense', name: '' });
});

test('an upload shows how far it is and what the server refuses', async () => {
  fakeWorld();
  const sent = fakeUploads();
  const { screen } = await showScreen(feature, `${path}?tab=other`, developer);
  await expect.element(screen.getByText('Choose a file')).toBeVisible();
  await userEvent.upload(document.querySelector('input[type=file]') as HTMLElement, new File(['x'], 'app.mtar'));
  await expect.poll(() => sent[0]?.href).toBe(`${calls.deliverables}?kind=mta`);
  sent[0]?.progress(0.5);
  await expect.element(screen.getByText('app.mtar')).toBeVisible();
  await expect.poll(() => document.querySelector('ui5-progress-indicator')?.getAttribute('value')).toBe('50');
  sent[0]?.answer(400, { code: 'file-refused', detail: 'This is no MTA archive.', status: 400, title: '', type: '' });
  await expect.element(screen.getByText('This is no MTA archive.')).toBeVisible();
  await expectNoSeriousViolations();
});

interface Sent {
  href: string;
  progress: (share: number) => void;
  answer: (status: number, body: unknown) => void;
}

/** Uploads tell their progress, which only XMLHttpRequest can. */
function fakeUploads(): Sent[] {
  const sent: Sent[] = [];
  class FakeRequest {
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    onload?: () => void;
    status = 0;
    statusText = '';
    responseText = '';
    private href = '';
    open(_method: string, href: string) {
      this.href = href;
    }
    setRequestHeader() {
      return undefined;
    }
    abort() {
      return undefined;
    }
    send() {
      sent.push({
        href: this.href,
        progress: (share) => this.upload.onprogress?.({ loaded: share * 100, total: 100 }),
        answer: (status, body) => {
          this.status = status;
          this.responseText = JSON.stringify(body);
          this.onload?.();
        },
      });
    }
  }
  globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
  return sent;
}

test('a manual step is added with its place, and an attached one is written anew', async () => {
  const step = { when: 'AFTER', stages: ['QA'], responsible: null, text: 'SM37: release.', evidenceRequired: true };
  fakeWorld({ deliverables: [transport('S1', { kind: 'manual-step', name: 'Start the job', step: step as never })] });
  fake('GET /api/v1/projects/BHA/members', () => ({ items: [{ id: 'u1', name: 'rita', displayName: 'Rita', roles: ['release-manager'], deployTo: [] }] }));
  fake(attach, () => transport('S2'));
  const { screen } = await showScreen(feature, `${path}?tab=other`, developer);
  await expect.element(screen.getByText(/After the deployment in QA · Evidence required/)).toBeVisible();
  await screen.getByText('Add Manual Step', { exact: true }).first().click();
  await screen.getByRole('textbox', { name: /Name/ }).fill('Stop the job');
  await screen.getByRole('textbox', { name: /What is to be done/ }).fill('SM37: release to planned.');
  await expectNoSeriousViolations();
  await screen.getByText('Add', { exact: true }).last().click();
  await expect.poll(() => callsOf(attach)[0]?.body).toEqual({
    kind: 'manual-step',
    name: 'Stop the job',
    step: { when: 'BEFORE', stages: [], responsible: '', text: 'SM37: release to planned.', evidenceRequired: false },
  });
  await screen.getByRole('button', { name: 'Edit Start the job' }).click();
  await expect.element(screen.getByRole('textbox', { name: /What is to be done/ })).toHaveValue('SM37: release.');
});
