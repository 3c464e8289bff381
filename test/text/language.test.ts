import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { joinNames, language, numberText, plural, sentences } from '@/utils/text/language';

/** Texts in Arabic, which has all six plural categories; here they say which one they are. */
function speakArabic(missing: string[] = []): void {
  Object.assign(fakeBrowser.i18n, {
    getMessage: (name: string, values: string[] = []) => {
      if (name === 'language_tag') return 'ar';
      const category = name.split('_').at(-1) ?? '';
      return missing.includes(category) ? '' : [category, ...values.slice(1)].join(' ');
    },
  });
}

const formOf = (count: number) => plural('account.atRisk', count);

describe('a plural text', () => {
  it.each([
    [1, '1 account'],
    [2, '2 accounts'],
    [0, '0 accounts'],
    [10_000, '10000 accounts'],
  ])('says %i as %j', (count, text) => {
    expect(plural('options.connections.accounts', count)).toBe(text);
  });

  it('accepts further values', () => {
    expect(plural('account.atRisk', 4, 'today')).toBe('4 posts at risk, next today');
  });

  it('follows the rules of the language', () => {
    speakArabic();
    expect([0, 1, 2, 3, 11, 100].map(formOf)).toEqual([
      'zero',
      'one',
      'two',
      'few',
      'many',
      'other',
    ]);
  });

  it('falls back to the common form', () => {
    speakArabic(['few', 'zero']);
    expect([3, 0].map(formOf)).toEqual(['other', 'other']);
  });
});

it('follows the language of the texts, not of the browser', () => {
  expect([language(), numberText(1234)]).toEqual(['en', '1234']);
  speakArabic();
  expect(language()).toBe('ar');
});

it('joins sentences and names', () => {
  expect(sentences('One.', 'Two.', 'Three.')).toBe('One. Two. Three.');
  expect(joinNames('@a', '@b', '@c')).toBe('@a, @b, @c');
});
