import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import * as z from 'zod/mini';
import { until } from './until.ts';

/** Opens Chromium's own interface to `pressInChrome`. */
export const chromeUiArgs = [
  '--enable-ui-devtools=0',
  '--enable-features=ui-debug-tools-enable-synthetic-events',
];

const view = z.object({
  nodeId: z.number(),
  attributes: z.optional(z.array(z.string())),
  get children() {
    return z.optional(z.array(view));
  },
});
type View = z.infer<typeof view>;

const documentSchema = z.object({ root: view });
const stylesSchema = z.object({
  matchedCSSRules: z.array(
    z.object({
      rule: z.object({
        style: z.object({
          cssProperties: z.array(z.object({ name: z.string(), value: z.string() })),
        }),
      }),
    }),
  ),
});

/**
 * Presses a button in a window of Chromium's own, such as the one that asks the user whether an
 * extension may do something. Web drivers do not reach these; the browser's developers do:
 * https://www.chromium.org/developers/how-tos/inspecting-ash/. Done when the button is gone.
 */
export async function pressInChrome(browser: Browser, text: string): Promise<void> {
  const { call, close } = await connect(browser);
  try {
    await call('DOM.enable');
    let pressed = false;
    // A click that comes just after the window did is not taken, so that nobody agrees unawares.
    await until(async () => {
      const button = await findButton(call, text);
      if (button === undefined) return pressed;
      for (const type of ['mousePressed', 'mouseReleased']) {
        const event = { type, x: 5, y: 5, button: 'left', wheelDirection: 'none' };
        await call('DOM.dispatchMouseEvent', { nodeId: button, event });
      }
      pressed = true;
      return false;
    });
  } finally {
    close();
  }
}

type Call = (method: string, params?: Record<string, unknown>) => Promise<unknown>;

async function findButton(call: Call, text: string): Promise<number | undefined> {
  const { root } = documentSchema.parse(await call('DOM.getDocument'));
  for (const { nodeId, attributes } of viewsIn(root)) {
    if (!attributes?.includes('MdTextButton')) continue;
    const { matchedCSSRules } = stylesSchema.parse(
      await call('CSS.getMatchedStylesForNode', { nodeId }),
    );
    const properties = matchedCSSRules.flatMap(({ rule }) => rule.style.cssProperties);
    if (properties.some(({ name, value }) => name === 'Text' && value === text)) return nodeId;
  }
  return undefined;
}

function viewsIn(root: View): View[] {
  return [root, ...(root.children ?? []).flatMap(viewsIn)];
}

async function connect(browser: Browser): Promise<{ call: Call; close: () => void }> {
  const argument = browser.process()?.spawnargs.find((arg) => arg.startsWith('--user-data-dir='));
  const profile = argument?.slice('--user-data-dir='.length) ?? '';
  const [port] = readFileSync(join(profile, 'UIDevToolsActivePort'), 'utf8').split('\n');
  const socket = new WebSocket(`ws://127.0.0.1:${port}/0`);
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = z.object({ id: z.number(), result: z.unknown() }).safeParse(JSON.parse(data));
    if (answer.success) waiting.get(answer.data.id)?.(answer.data.result);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('Chromium’s interface is not open')));
  });
  let calls = 0;
  return {
    call: (method, params = {}) =>
      new Promise((resolve) => {
        calls += 1;
        waiting.set(calls, resolve);
        socket.send(JSON.stringify({ id: calls, method, params }));
      }),
    close: () => socket.close(),
  };
}
