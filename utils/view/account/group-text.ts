import { numberText, plural } from '../../text/language';
import type { ClientSummary } from './client-groups';

/** A client's state in a few words, the worst first: "1 of 4 needs attention". */
export function groupText({ total: all, attention, notChecked, connected }: ClientSummary): string {
  const total = numberText(all);
  if (attention > 0) return plural('popup.group.attention', attention, total);
  if (notChecked > 0) return plural('popup.group.notChecked', notChecked, total);
  return connected === all
    ? plural('popup.group.well', all)
    : plural('popup.group.connected', connected, total);
}
