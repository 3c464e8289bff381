import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import { numberText, plural } from '@/utils/language';
import type { PopupView } from '@/utils/view/popup-view';
import { headingText } from './heading-text';
import { Ring } from './Ring';

/** The whole state in a sentence, and the line under it. */
export function Summary({ view, now }: { view: PopupView; now: number }) {
  const attention = view.heading.kind === 'attention' ? view.heading.count : 0;
  const parts: ComponentChildren[] = [
    attention > 0 && plural('popup.connected', view.connected),
    view.muted > 0 && plural('popup.muted', view.muted),
    view.paused > 0 && plural('popup.paused', view.paused),
    view.progress && plural('popup.progress', view.progress.of, numberText(view.progress.done)),
    !view.progress && view.checkedAt !== undefined && (
      <>
        {view.isOld ? i18n.t('popup.oldData') : i18n.t('popup.checked')}{' '}
        <Time at={view.checkedAt} now={now} />
      </>
    ),
  ];
  return (
    <>
      <Ring connected={view.connected} attention={attention} />
      <div class="sentence">
        <h1>{headingText(view.heading)}</h1>
        <p class={view.isOld ? 'old' : undefined}>{separated(parts)}</p>
      </div>
    </>
  );
}
