import { render, screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { lazy } from '@/components/lazy';

function greeting() {
  const load = vi.fn(async () => ({ name }: { name: string }) => <p>Hello {name}</p>);
  return { load, Greeting: lazy(load) };
}

it('shows a component as soon as it is loaded', async () => {
  const { Greeting } = greeting();
  const { container } = render(<Greeting name="Ada" />);
  expect(container.innerHTML).toBe('');
  await screen.findByText('Hello Ada');
});

it('shows a loaded component at once, and loads it only once', async () => {
  const { load, Greeting } = greeting();
  await Greeting.load();
  render(<Greeting name="Ada" />);
  expect(screen.getByText('Hello Ada')).toBeTruthy();
  expect(load).toHaveBeenCalledOnce();
});
