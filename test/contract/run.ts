import { registerHooks } from 'node:module';

/*
 * `npm run contract`: compares what the services answer with what they document and with what we
 * can read. It sends one GET to each endpoint that the extension uses.
 */

// The product leaves out `.ts`, which Node needs.
registerHooks({
  resolve: (specifier, context, next) =>
    next(/^\.{1,2}\/(?!.*\.\w+$)/.test(specifier) ? `${specifier}.ts` : specifier, context),
});
const { checkContract } = await import('./check.ts');
const { textOf } = await import('./report.ts');

const {
  SCHEDPILOT_API_KEY: schedpilot,
  SYNPOSTER_API_KEY: synposter,
  SYNPOSTER_PROFILE_ID: profileId,
} = process.env;
const keys = { ...(schedpilot && { schedpilot }), ...(synposter && { synposter }) };

if (Object.keys(keys).length === 0) {
  process.stderr.write(
    'Set SCHEDPILOT_API_KEY, SYNPOSTER_API_KEY or both in the environment.\n' +
      'SYNPOSTER_PROFILE_ID chooses the profile whose accounts are listed; else it is the first.\n',
  );
  process.exitCode = 1;
} else {
  const http = { fetch, now: Date.now, online: () => true };
  const report = await checkContract(http, { keys, profileId: profileId || undefined });
  process.stdout.write(`${textOf(report)}\n`);
  if (report.findings.some(({ isHarmless }) => !isHarmless)) process.exitCode = 1;
}
