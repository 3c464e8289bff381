/** White on each holds 4.5:1. */
const hues = [
  '#5b5bd6',
  '#0b7680',
  '#b4522d',
  '#8145b5',
  '#1d6fb8',
  '#3c7d3f',
  '#b03a6e',
  '#6b6f7a',
] as const;

/** One of eight colours: the same name has the same everywhere. */
export function hueOf(name: string): string | undefined {
  let sum = 0;
  for (let i = 0; i < name.length; i += 1) sum = (sum * 31 + name.charCodeAt(i)) >>> 0;
  return hues[sum % hues.length];
}
