const kept = [
  'PATH',
  'HOME',
  'TMPDIR',
  'LANG',
  'USERPROFILE',
  'SystemRoot',
  'TEMP',
  'LOCALAPPDATA',
  'Path',
];

/** The environment without the test runner's variables, which would change the build. */
export function outside(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.includes(name)));
}
