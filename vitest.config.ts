import preactIcons from 'unplugin-icons/vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
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

/** Those first that wait most of their time: others fill it. */
class PatientFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isPatient = ({ moduleId }: TestSpecification) => /demo|kill-matrix/.test(moduleId);
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => Number(isPatient(b)) - Number(isPatient(a)));
  }
}

export default defineConfig({
  test: {
    fsModuleCache: true,
    sequence: { sequencer: PatientFirst },
    // One core for each: vitest on its own leaves one idle, which on two is half of the machine.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: '.output/tests.json' }]],
    projects: [
      unit('unit', { include: ['test/**/*.test.ts'], exclude: [thirdService[0], inOtherRooms] }),
      unit('third-service', { include: [thirdService[0]], isolate: true }),
      components('components', { include: ['test/**/*.test.tsx'], exclude: [thirdService[1]] }),
      components('third-service-pages', { include: [thirdService[1]], isolate: true }),
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
