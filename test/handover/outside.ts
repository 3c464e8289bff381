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

/** The environment of somebody who knows nothing of tests: theirs would change what is built. */
export function outside(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.includes(name)));
}
