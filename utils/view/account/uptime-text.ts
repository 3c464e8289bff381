import { type Uptime, uptimeShare } from '../../accounts/history/uptime';
import { language, onceFor } from '../../text/language';

const percent = onceFor(
  (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }),
);

/** An uptime in percent: "99.4%"; a dash where nothing was monitored. */
export function uptimeText(uptime: Uptime): string {
  const share = uptimeShare(uptime);
  return share === undefined ? '–' : percent(language()).format(share);
}
