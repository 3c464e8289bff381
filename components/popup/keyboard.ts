/** Moves the focus through the accounts with the arrow keys; Enter does what an item offers first. */
export function moveThroughList(event: KeyboardEvent): void {
  const { target, currentTarget: root } = event;
  if (!(target instanceof HTMLElement) || !(root instanceof HTMLElement)) return;
  const inSearch = target.matches('input[type=search]');
  const item = target.closest<HTMLElement>('ul.accounts > li');
  if (!item && !inSearch) return;

  const items = [...root.querySelectorAll<HTMLElement>('ul.accounts > li')];
  const place = item ? items.indexOf(item) : -1;
  switch (event.key) {
    case 'ArrowDown':
      focus(items[place + 1], event);
      break;
    case 'ArrowUp':
      focus(items[place - 1], event);
      break;
    case 'Enter':
      if (target !== item) return;
      event.preventDefault();
      (
        item.querySelector<HTMLElement>('[data-primary]') ??
        item.querySelector<HTMLElement>('button')
      )?.click();
      break;
  }
}

function focus(item: HTMLElement | undefined, event: KeyboardEvent): void {
  if (!item) return;
  event.preventDefault();
  item.focus();
}
