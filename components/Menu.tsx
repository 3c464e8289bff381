import type { TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import Ellipsis from '~icons/lucide/ellipsis';

export interface MenuEntry {
  label: string;
  act: () => void;
}

interface Props {
  /** The button's accessible name. */
  label: string;
  /** Called when the menu opens: in a long list, most never do. */
  entriesOf: () => readonly MenuEntry[];
}

/**
 * A menu button: https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/. The popover closes itself
 * on Escape and on a click elsewhere, and isn't clipped by its scroller.
 */
export function Menu({ label, entriesOf }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    if (!open || !button.current || !list.current) return;
    positionMenu(list.current, button.current.getBoundingClientRect());
    itemsOf(list.current)[0]?.focus();
  }, [open]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const items = itemsOf(event.currentTarget);
    const focused = document.activeElement;
    const current = focused instanceof HTMLElement ? items.indexOf(focused) : -1;
    const next = stepTo(event.key, current, items.length);
    if (event.key === 'Tab') event.currentTarget.hidePopover();
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    items[next]?.focus();
  };

  return (
    <>
      <button
        type="button"
        ref={button}
        class="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popovertarget={id}
      >
        <Ellipsis />
      </button>
      <div
        id={id}
        ref={list}
        class={open ? 'menu' : 'menu unplaced'}
        role="menu"
        aria-label={label}
        popover="auto"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {open &&
          entriesOf().map((entry) => (
            <button
              type="button"
              key={entry.label}
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                list.current?.hidePopover();
                button.current?.focus();
                entry.act();
              }}
            >
              {entry.label}
            </button>
          ))}
      </div>
    </>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
}

function stepTo(key: string, current: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % length;
    case 'ArrowUp':
      return (current - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}

/** Places the menu below its button, or above where there is no room. */
function positionMenu(menu: HTMLElement, button: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const below = button.bottom + height < window.innerHeight;
  menu.style.top = `${below ? button.bottom : Math.max(0, button.top - height)}px`;
  const rtl = document.documentElement.dir === 'rtl';
  const left = rtl ? button.left : button.right - width;
  menu.style.left = `${Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`;
}
