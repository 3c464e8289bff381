import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { plural } from '../text/language';
import { timeInWords } from '../text/relative-time';
import type { PopupView } from './popup-view';
import { withLazyChunk } from './with-lazy-chunk';

/** "Check now", and its result once every requested check is over. */
export function useCheckNow(view: PopupView) {
  const [message, setMessage] = useState('');
  const [asked, setAsked] = useState<{ at: number; connectionId?: string }>();
  // The view may have been read before the request was stored.
  const over = asked !== undefined && (view.askedAt ?? 0) >= asked.at && !view.busy;
  const failed = view.alerts.filter(
    ({ connectionId }) => connectionId === (asked?.connectionId ?? connectionId),
  ).length;

  useEffect(() => {
    if (!over) return;
    setAsked(undefined);
    setMessage(failed > 0 ? plural('popup.result.failed', failed) : i18n.t('popup.result.done'));
  }, [over, failed]);

  const checkNow = async (connectionId?: string) => {
    setMessage('');
    const only = connectionId === undefined ? {} : { connectionId };
    const at = Date.now();
    try {
      const reply = await withLazyChunk(({ send }) => send('checkNow', only));
      if (reply.kind === 'started') setAsked({ at, ...only });
      if (reply.kind === 'waiting') {
        setMessage(i18n.t('popup.result.waiting', [timeInWords(reply.until, Date.now())]));
      }
    } catch {
      setMessage(i18n.t('popup.result.lost'));
    }
  };
  return { message, setMessage, checkNow, busy: view.busy || asked !== undefined };
}
