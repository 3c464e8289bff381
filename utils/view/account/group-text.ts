import { numberText, plural } from '../../text/language';
import type { ClientGroup } from './client-groups';

/** A client's state in a few words, the worst first: "1 of 4 needs attention". */
export function groupText({ rows, attention, notChecked, connected }: ClientGroup): string {
  const total = numberText(rows.length);
  if (attention > 0) return plural('popup.group.attention', attention, total);
  if (notChecked > 0) return plural('popup.group.notChecked', notChecked, total);
  return connected === rows.length
    ? plural('popup.group.well', rows.length)
    : plural('popup.group.connected', connected, total);
}
