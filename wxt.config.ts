import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'wxt';
import { iconComponents } from './icons.config';
import { chatServiceIds, chatServices } from './utils/chat-services/registry';
import { managedSchema } from './utils/policy/managed-schema';
import { serviceIds, services } from './utils/services/registry';

const apiOrigins = serviceIds.map((id) => services[id].origin);
/** Match patterns of the chats' hosts, requested only when a chat is added. */
const chatHosts = chatServiceIds.flatMap((id) => chatServices[id].hosts);
const managedSchemaFile = 'managed-schema.json';

// Account pictures come from any https host; everything else is ours or a service's API.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https:",
  // A report in another language reads the extension's own texts.
  `connect-src 'self' ${[...apiOrigins, ...chatHosts.map((host) => host.slice(0, -2))].join(' ')}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Each module goes by itself: else what one set of pages needs would be loaded by others as well. */
const group = { name: fileOf, debugName: 'begin', includeDependenciesRecursively: false };

/**
 * Puts what the popup and the background begin with into few files. Left to itself, the bundler
 * makes one for each set of pages and of parts that are loaded later, and each file more is a few ms
 * until the popup shows anything, or the background asks.
 */
const fewFiles: Plugin = {
  name: 'few-files',
  outputOptions: (options) =>
    // A script by itself is of another format, and one file as it is.
    options.format === 'es' ? { ...options, codeSplitting: { groups: [group] } } : options,
};

/** The file that a module goes to; `null` leaves it to the bundler. */
function fileOf(module: string, bundle: Rolldown.ChunkingContext): string | null {
  const roots = rootsOf(module, bundle);
  const isNeededBy = (name: string) => roots.some((root) => root.includes(name));
  const isShared = isNeededBy('background') && roots.length > 1;
  if (!isNeededBy('popup/index.html')) return isShared ? 'stored' : null;
  if (isShared) return 'common';
  if (isNeededBy('options/index.html')) return 'pages';
  return isNeededBy('OtherView') ? 'accounts' : null;
}

/** Pages, the background, and parts that are loaded later, as far as they import a module. */
function rootsOf(module: string, bundle: Rolldown.ChunkingContext): string[] {
  const importers = new Set([module]);
  for (const one of importers) {
    for (const importer of bundle.getModuleInfo(one)?.importers ?? []) importers.add(importer);
  }
  return [...importers].filter((one) => {
    const info = bundle.getModuleInfo(one);
    return info && (info.isEntry || info.dynamicImporters.length > 0);
  });
}

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/auto-icons', '@wxt-dev/webextension-polyfill'],
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'notifications'],
    host_permissions: apiOrigins.map((origin) => `${origin}/*`),
    optional_host_permissions: chatHosts,
    action: {
      default_title: '__MSG_extension_name__',
      default_icon: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png' },
      // Chrome leaves it to the user; the options page tells them how.
      ...(browser === 'firefox' && { default_area: 'navbar' }),
    },
    // It opens the popup; without a text of its own it is listed under the extension's name.
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+S' } } },
    // The development server needs its own sockets and inline styles.
    ...(mode === 'production' && {
      content_security_policy: { extension_pages: contentSecurityPolicy },
    }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'still-connected@still-connected.app',
              strict_min_version: '142.0',
              data_collection_permissions: {
                // The user's API key goes to the service it belongs to, and nowhere else.
                required: ['authenticationInfo'],
                // Names of accounts go to the user's own chat, where one was added.
                optional: ['personallyIdentifyingInfo'],
              },
            },
          },
        }
      : {
          minimum_chrome_version: '126',
          // Pictures are asked for without the cookies that their hosts have of the user.
          cross_origin_embedder_policy: { value: 'credentialless' },
          // Firefox takes what a policy says as it is.
          storage: { managed_schema: managedSchemaFile },
        }),
  }),
  hooks: {
    'build:publicAssets': ({ config }, files) => {
      if (config.browser === 'firefox') return;
      files.push({ relativeDest: managedSchemaFile, contents: JSON.stringify(managedSchema) });
    },
  },
  // What the build reads, so that a reviewer can repeat it, and how: docs/store/REVIEW.md.
  zip: {
    includeSources: [
      'LICENSE',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'icons.config.ts',
      'wxt.config.ts',
      'assets/**',
      'components/**',
      'entrypoints/**',
      'locales/**',
      'utils/**',
      'docs/store/REVIEW.md',
    ],
  },
  vite: () => ({
    // Every browser that the manifests admit knows `modulepreload` by itself.
    build: { modulePreload: { polyfill: false } },
    plugins: [iconComponents(), fewFiles],
    // Icons lie outside what tsconfig.json speaks for.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
});
