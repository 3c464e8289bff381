import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface MenuEntry {
  label: string;
  /** For an entry that turns something on or off: whether it is on. */
  checked?: boolean;
  act: () => void;
}

interface Props {
  /** The button's accessible name. */
  label: string;
  /** Called when the menu opens: in a long list, most never do. */
  entriesOf: () => readonly MenuEntry[];
  /** What the button shows; without it, three dots. */
  children?: ComponentChildren;
}

/**
 * A menu button: https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/. The popover closes itself
 * on Escape and on a click elsewhere, and isn't clipped by its scroller. It is made when the
 * pointer or the focus reaches the button, because a page may have thousands.
 */
export function Menu({ label, entriesOf, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isMade, setIsMade] = useState(false);
  const [open, setOpen] = useState(false);
  const opensWhenMade = useRef(false);
  const make = () => setIsMade(true);

  useLayoutEffect(() => {
    if (isMade && opensWhenMade.current) list.current?.showPopover();
  }, [isMade]);

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
        class={children ? 'button quiet' : 'icon-button more'}
        aria-label={children ? undefined : label}
        title={children ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={open}
        {...(isMade && { popovertarget: id })}
        onPointerEnter={make}
        onFocus={make}
        // A click by a script or assistive technology comes without either, so make it now.
        onClick={() => {
          opensWhenMade.current = !isMade;
          make();
        }}
      >
        {children}
      </button>
      {isMade && (
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
            entriesOf().map(({ label, checked, act }) => (
              <button
                type="button"
                key={label}
                {...(checked === undefined
                  ? { role: 'menuitem' }
                  : { role: 'menuitemcheckbox', 'aria-checked': checked })}
                tabIndex={-1}
                onClick={() => {
                  list.current?.hidePopover();
                  button.current?.focus();
                  act();
                }}
              >
                {label}
              </button>
            ))}
        </div>
      )}
    </>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]')];
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
