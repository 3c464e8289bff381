import { type ComponentChildren, Fragment } from 'preact';

/** Short facts in a line, with a dot between them that is read as a pause. */
export function separated(parts: readonly ComponentChildren[]): ComponentChildren {
  return parts.map((part, place) => (
    <Fragment key={place}>
      {place > 0 && ' · '}
      {part}
    </Fragment>
  ));
}
