import preactIcons from 'unplugin-icons/vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const extension = {
  plugins: [WxtVitest(), preactIcons({ compiler: 'jsx', jsx: 'preact' })],
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

/** Has other services in place of ours, and so needs modules of its own. */
const apart = 'test/services/third*.test.ts';
const besides = 'test/{e2e,gallery,handover}/**';

const unit = (name: string, which: { include: string[]; exclude?: string[]; isolate?: true }) => ({
  ...extension,
  test: {
    name,
    // The setup puts back what tests share: modules are loaded once, and not for each file.
    isolate: false,
    ...which,
    environment: 'node',
    // A busy machine is no reason to fail.
    testTimeout: 20_000,
    globalSetup: ['test/messages.ts'],
    setupFiles: ['test/setup.ts'],
  },
});

/** After all else, two files at a time: a test in a browser mostly waits. */
const inBrowsers = (
  name: string,
  include: string,
  provide: { browser?: 'chrome' | 'firefox'; accepts?: boolean },
) => ({
  extends: true as const,
  // What is stored is put together by our own code, but without the double of the browser.
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    name,
    include: [include],
    provide,
    sequence: { groupOrder: 1 },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.output/tests.json' }]],
    projects: [
      unit('unit', { include: ['test/**/*.test.ts'], exclude: [apart, besides] }),
      unit('third-service', { include: [apart], isolate: true }),
      {
        ...extension,
        test: {
          name: 'components',
          include: ['test/**/*.test.tsx'],
          environment: 'happy-dom',
          // A fresh global for each file, but not a fresh process to load the DOM into.
          pool: 'vmThreads',
          globalSetup: ['test/messages.ts'],
          setupFiles: ['test/setup.ts', 'test/components/setup.ts'],
        },
      },
      inBrowsers('chrome', 'test/e2e/**/*.test.ts', { browser: 'chrome' }),
      inBrowsers('firefox', 'test/e2e/**/*.test.ts', { browser: 'firefox' }),
      inBrowsers('gallery', 'test/gallery/**/*.test.ts', {
        accepts: process.argv.includes('--update'),
      }),
      {
        // What others get: packages, demo, development. Builds and browsers take every core.
        test: {
          name: 'handover',
          include: ['test/handover/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
