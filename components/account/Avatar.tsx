import { useState } from 'preact/hooks';
import { language, onceFor } from '@/utils/text/language';
import type { AccountRow } from '@/utils/view/account/account-row';
import { hueOf } from './hue';
import { platformMark } from './platform-mark';

const graphemes = onceFor((tag) => new Intl.Segmenter(tag, { granularity: 'grapheme' }));

interface Props {
  row: AccountRow;
  loadPictures: boolean;
  /** True if it names the platform for readers, because no text beside it does. */
  namesPlatform?: boolean;
}

/**
 * An account's picture, or its initials until one loads, with the platform's mark in the corner.
 * The style draws the mark: a list of thousands has no elements to spare.
 */
export function Avatar({ row, loadPictures, namesPlatform }: Props) {
  const [failed, setFailed] = useState<string>();
  const { picture } = row;
  return (
    <span
      class="avatar"
      style={{
        '--mark': platformMark(row.platform),
        '--hue': hueOf(`${row.platform} ${row.handle ?? row.label}`),
      }}
      title={row.platformName}
      {...(namesPlatform
        ? { role: 'img', 'aria-label': row.platformName }
        : { 'aria-hidden': true })}
    >
      {initials(row.name ?? row.label)}
      {loadPictures && picture && picture !== failed && (
        <img
          src={picture}
          alt=""
          width="36"
          height="36"
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
          onError={() => setFailed(picture)}
        />
      )}
    </span>
  );
}

/** One or two letters, from the first two words. */
export function initials(name: string): string {
  const letters = wordsOf(name).slice(0, 2).map(firstCharacter);
  return (letters.join('') || '?').toLocaleUpperCase(language());
}

/** Most names are plain ASCII. Intl.Segmenter, for all others, is slow to start. */
const isPlain = /^[ -~]*$/;

function wordsOf(name: string): readonly string[] {
  const words = isPlain.test(name)
    ? /[a-z0-9]+/gi
    : /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d]+/gu;
  return name.match(words) ?? [];
}

function firstCharacter(word: string): string {
  if (isPlain.test(word)) return word.charAt(0);
  const [first] = graphemes(language()).segment(word);
  return first?.segment ?? '';
}
