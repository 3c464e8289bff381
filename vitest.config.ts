import preactIcons from 'unplugin-icons/vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const extension = {
  plugins: [WxtVitest(), preactIcons({ compiler: 'jsx', jsx: 'preact' })],
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

const endToEnd = (browser: 'chrome' | 'firefox') => ({
  extends: true as const,
  test: {
    name: browser,
    include: ['test/e2e/**/*.test.ts'],
    provide: { browser },
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        ...extension,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          environment: 'node',
          setupFiles: ['test/setup.ts'],
        },
      },
      {
        ...extension,
        test: {
          name: 'components',
          include: ['test/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['test/setup.ts', 'test/components/setup.ts'],
        },
      },
      endToEnd('chrome'),
      endToEnd('firefox'),
    ],
  },
});
