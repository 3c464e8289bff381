import { findBrowser } from './find.ts';

/*
 * Before any test starts, so that two never install at the same time. Tests want a newer Chromium
 * than the extension does: older ones do not let them press the buttons of its own windows
 * (`chrome-ui.ts`), and send requests to Google whatever their settings.
 */
findBrowser('chrome', 156);
findBrowser('firefox');
