import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import type { PopupView } from '@/utils/popup/popup-view';
import { numberText, plural } from '@/utils/text/language';
import { durationText } from '@/utils/text/relative-time';
import { minuteMs } from '@/utils/time';
import { headingText } from './heading-text';
import { Ring } from './Ring';

/** The whole state in one sentence, and the line below it. */
export function Summary({ view, now }: { view: PopupView; now: number }) {
  const { attention, connected, notChecked, notCheckedSince } = view;
  const isMixed = attention + notChecked > 0;
  const parts: ComponentChildren[] = [
    isMixed && connected > 0 && plural('popup.connected', connected),
    notChecked > 0 && notCheckedText(notChecked, notCheckedSince, now),
    view.muted > 0 && plural('popup.muted', view.muted),
    view.paused > 0 && plural('popup.paused', view.paused),
    view.progress && plural('popup.progress', view.progress.of, numberText(view.progress.done)),
    !view.progress && notChecked === 0 && view.checkedAt !== undefined && (
      <Time
        at={view.checkedAt}
        now={now}
        inText={(time) =>
          view.isStale ? i18n.t('popup.oldData', [time]) : i18n.t('popup.checked', [time])
        }
      />
    ),
  ];
  return (
    <>
      <Ring counts={view} />
      <div class="sentence">
        <h1>{headingText(view.heading)}</h1>
        <p class={view.isStale ? 'old' : undefined}>{separated(parts)}</p>
      </div>
    </>
  );
}

function notCheckedText(count: number, since: number | undefined, now: number): string {
  // Less than a minute isn't worth saying.
  if (since === undefined || now - since < minuteMs) return plural('popup.notChecked', count);
  return plural('popup.notCheckedFor', count, durationText(now - since));
}
