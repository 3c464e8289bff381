/** Moves the focus through the accounts with the arrow keys; Enter runs an item's first action. */
export function moveThroughList(event: KeyboardEvent): void {
  const { target, currentTarget: root } = event;
  if (!(target instanceof HTMLElement) || !(root instanceof HTMLElement)) return;
  const inSearch = target.matches('input[type=search]');
  const item = target.closest<HTMLElement>('ul.accounts > li');
  if (!item && !inSearch) return;

  const items = itemsIn(root);
  const index = item ? items.indexOf(item) : -1;
  switch (event.key) {
    case 'ArrowDown':
      focus(items[index + 1], event);
      break;
    case 'ArrowUp':
      // The search is above the first item.
      if (item) focus(items[index - 1] ?? root.querySelector<HTMLElement>('input'), event);
      break;
    case 'Enter':
      if (target !== item) return;
      event.preventDefault();
      item.querySelector('button')?.click();
      break;
  }
}

/** The items of all lists on a page, in order. */
export function itemsIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('ul.accounts > li')];
}

function focus(target: HTMLElement | null | undefined, event: KeyboardEvent): void {
  if (!target) return;
  event.preventDefault();
  target.focus();
}
