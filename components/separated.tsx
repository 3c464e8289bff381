import { type ComponentChildren, Fragment } from 'preact';

/** Joins facts with dots, which screen readers read as pauses. Empty parts are left out. */
export function separated(parts: readonly ComponentChildren[]): ComponentChildren {
  return parts
    .filter((part) => part !== undefined && part !== false && part !== '')
    .map((part, position) => (
      <Fragment key={position}>
        {position > 0 && ' · '}
        {part}
      </Fragment>
    ));
}
