const hues = 8;

/** One of eight colours (`hue-0` to `hue-7` in styles): the same name has the same everywhere. */
export function hueOf(name: string): number {
  let sum = 0;
  for (let i = 0; i < name.length; i += 1) sum = (sum * 31 + name.charCodeAt(i)) >>> 0;
  return sum % hues;
}
