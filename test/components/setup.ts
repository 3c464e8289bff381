import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { now } from './now';

// A busy machine is no reason to fail.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  document.addEventListener('click', togglePopoverOfButton);
});

afterEach(() => {
  document.removeEventListener('click', togglePopoverOfButton);
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/*
 * happy-dom has no popovers. These replacements fire the browser's events, and leave out what only
 * it can do: the top layer, and closing on Escape and on a click elsewhere.
 */
function togglePopover(popover: HTMLElement, newState: 'open' | 'closed'): void {
  popover.toggleAttribute('open', newState === 'open');
  popover.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
}

Object.assign(HTMLElement.prototype, {
  showPopover(this: HTMLElement) {
    togglePopover(this, 'open');
  },
  hidePopover(this: HTMLElement) {
    togglePopover(this, 'closed');
  },
});

function togglePopoverOfButton({ target }: MouseEvent): void {
  const button = target instanceof Element ? target.closest('button[popovertarget]') : null;
  const popover = document.getElementById(button?.getAttribute('popovertarget') ?? '');
  if (popover) togglePopover(popover, popover.hasAttribute('open') ? 'closed' : 'open');
}

/** happy-dom has no word for having nothing to do. */
Object.assign(globalThis, {
  requestIdleCallback: (act: () => void) => setTimeout(act),
  cancelIdleCallback: clearTimeout,
});

/** In browsers the setter makes a string of what it is given; in happy-dom it compares it as is. */
const value = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value');
Object.defineProperty(HTMLSelectElement.prototype, 'value', {
  ...value,
  set(this: HTMLSelectElement, chosen: unknown) {
    value?.set?.call(this, String(chosen));
  },
});

/*
 * No style sheet is loaded here: an element's style is its own, but for dialogs, which are closed
 * at first. happy-dom puts it together from those of all ancestors, for each element that is asked
 * for by its role: a seventh of all the time.
 */
const computedStyle = window.getComputedStyle.bind(window);
window.getComputedStyle = (element) =>
  element instanceof HTMLDialogElement ? computedStyle(element) : (element as HTMLElement).style;
