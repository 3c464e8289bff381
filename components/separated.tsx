import { type ComponentChildren, Fragment } from 'preact';

/** Short facts in a line, with a dot between them that is read as a pause; what is none is left out. */
export function separated(parts: readonly ComponentChildren[]): ComponentChildren {
  return parts
    .filter((part) => part !== undefined && part !== false && part !== '')
    .map((part, place) => (
      <Fragment key={place}>
        {place > 0 && ' · '}
        {part}
      </Fragment>
    ));
}
