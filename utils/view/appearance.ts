import type { Settings } from '../state/settings';

/** Its name in `localStorage`. */
const themeName = 'theme';

/**
 * Applies the theme that this page or another one applied last. Unlike the settings,
 * `localStorage` is read at once, so that the page doesn't flash in the system's theme first.
 */
export function applyKeptTheme(): void {
  const theme = localStorage.getItem(themeName);
  if (theme) document.documentElement.dataset.theme = theme;
}

/** Applies the user's settings to the page, and keeps the theme for the next one. */
export function applyAppearance({ theme, density }: Pick<Settings, 'theme' | 'density'>): void {
  const { dataset } = document.documentElement;
  if (dataset.density !== density) dataset.density = density;
  if (dataset.theme === theme) return;
  dataset.theme = theme;
  if (theme === 'system') localStorage.removeItem(themeName);
  else localStorage.setItem(themeName, theme);
}
