import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { iconComponents } from './icons.config.ts';

const extension = {
  plugins: [WxtVitest(), iconComponents()],
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

const unit = {
  ...extension,
  test: {
    name: 'unit',
    include: ['test/**/*.test.ts'],
    exclude: ['test/{e2e,gallery,handover}/**'],
    environment: 'node',
    // The setup puts back what tests share: modules are loaded once, and not for each file.
    isolate: false,
    // A busy machine is no reason to fail.
    testTimeout: 20_000,
    globalSetup: ['test/messages.ts'],
    setupFiles: ['test/setup.ts'],
  },
};

const components = {
  ...unit,
  test: {
    ...unit.test,
    name: 'components',
    include: ['test/**/*.test.tsx'],
    environment: 'happy-dom',
    setupFiles: [...unit.test.setupFiles, 'test/components/setup.ts'],
  },
};

/**
 * After all else, and more files at a time than there are cores: a test in a browser mostly waits.
 */
const inBrowsers = (
  name: string,
  include: string,
  provide: { browser?: 'chrome' | 'firefox'; accepts?: boolean } = {},
) => ({
  extends: true as const,
  // What is stored is put together by our own code, but without the double of the browser.
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    name,
    include: [include],
    provide,
    sequence: { groupOrder: 1 },
    maxWorkers: 4,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

/** The longest first, of which some mostly wait: others fill the time, and none is left alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      /\/(demo|kill-matrix|chats|ways|gallery)\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
  }
}

export default defineConfig({
  test: {
    fsModuleCache: true,
    sequence: { sequencer: LongestFirst },
    // One core for each: vitest on its own leaves one idle, which on two is half of the machine.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: '.output/tests.json' }]],
    projects: [
      unit,
      components,
      // What others get: packages, demo, development.
      inBrowsers('handover', 'test/handover/**/*.test.ts'),
      inBrowsers('chrome', 'test/e2e/**/*.test.ts', { browser: 'chrome' }),
      inBrowsers('firefox', 'test/e2e/**/*.test.ts', { browser: 'firefox' }),
      inBrowsers('gallery', 'test/gallery/**/*.test.ts', {
        accepts: process.argv.includes('--update'),
      }),
    ],
  },
});
