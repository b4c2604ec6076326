import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ListField } from './manyFields';

function Listed({ onSubmit }: { onSubmit: () => void }) {
  const [value, setValue] = useState<readonly string[]>([]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <ListField label="Stages" value={value} onChange={setValue} />
      <output>{value.join('+')}</output>
      <button type="submit">Save</button>
    </form>
  );
}

test('takes a value over with Enter and leaves the form open', async () => {
  const submit = vi.fn<() => void>();
  const screen = await render(<Listed onSubmit={submit} />);
  const field = screen.getByRole('textbox', { name: /Stages/ });
  await userEvent.type(field, 'QA{Enter}');
  await expect.element(screen.getByText('QA', { exact: true }).first()).toBeVisible();
  await userEvent.type(field, 'PROD{Enter}');
  await expect.element(screen.getByText('QA+PROD')).toBeVisible();
  await userEvent.type(field, '{Enter}');
  expect(submit).not.toHaveBeenCalled();
  await screen.getByRole('button', { name: 'Save' }).click();
  expect(submit).toHaveBeenCalledOnce();
});
