import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** product.ts with all that it imports, as one module that Node can run. */
export async function loadProduct(): Promise<typeof import('../product.ts')> {
  const outDir = resolve('.output', 'bench');
  await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    resolve: { alias: { '@': resolve('.') } },
    ssr: { noExternal: true },
    build: {
      ssr: resolve('test', 'bench', 'product.ts'),
      outDir,
      target: 'esnext',
      rolldownOptions: { output: { entryFileNames: 'product.mjs' } },
    },
  });
  return import(pathToFileURL(resolve(outDir, 'product.mjs')).href);
}
