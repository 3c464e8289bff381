import preactIcons from 'unplugin-icons/vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const extension = {
  plugins: [WxtVitest(), preactIcons({ compiler: 'jsx', jsx: 'preact' })],
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

/** Have other services in place of ours, and so need modules of their own. */
const thirdService = ['test/*/third*.test.ts', 'test/*/third*.test.tsx'] as const;
const inOtherRooms = 'test/{e2e,gallery,handover}/**';

interface Which {
  include: string[];
  exclude?: string[];
  isolate?: true;
}

const unit = (name: string, which: Which) => ({
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

const components = (name: string, which: Which) => {
  const { test, ...others } = unit(name, which);
  const setupFiles = [...test.setupFiles, 'test/components/setup.ts'];
  return { ...others, test: { ...test, environment: 'happy-dom', setupFiles } };
};

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
    // One core for each: vitest on its own leaves one idle, which on two is half of the machine.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: '.output/tests.json' }]],
    projects: [
      unit('unit', { include: ['test/**/*.test.ts'], exclude: [thirdService[0], inOtherRooms] }),
      unit('third-service', { include: [thirdService[0]], isolate: true }),
      components('components', { include: ['test/**/*.test.tsx'], exclude: [thirdService[1]] }),
      components('third-service-pages', { include: [thirdService[1]], isolate: true }),
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
