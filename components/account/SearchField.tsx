import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import Search from '~icons/lucide/search';

interface Props {
  query: string;
  onQuery: (query: string) => void;
}

/** The search for accounts. `/` focuses it from anywhere, Escape clears it. */
export function SearchField({ query, onQuery }: Props) {
  const input = useRef<HTMLInputElement>(null);

  // Before the first paint: people may press the key as soon as they see the search.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, select');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div class="search">
      <Search />
      <input
        ref={input}
        type="search"
        aria-label={i18n.t('popup.search')}
        aria-keyshortcuts="/"
        placeholder={i18n.t('popup.search')}
        // Account names aren't dictionary words.
        spellcheck={false}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          // Without anything to clear, Escape closes the popup as usual.
          event.preventDefault();
          onQuery('');
        }}
      />
      <kbd>/</kbd>
    </div>
  );
}
