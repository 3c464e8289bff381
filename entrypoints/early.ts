import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { requestSnapshot } from '@/utils/state/popup-snapshot';
import { applyKeptTheme } from '@/utils/view/appearance';

/** Requests the popup's first data, and sets its theme, while the browser still loads the rest. */
export default defineUnlistedScript(() => {
  globalThis.requestedSnapshot = requestSnapshot();
  applyKeptTheme();
});
