/*
 * What the popup loads after its first rows, as one file. It must not import modules that the
 * background also needs: the bundler would add a file of helpers, which the background would load
 * last.
 */
export { popupPast } from '../view/account/account-past';
export { followHistory, followState } from '../view/follow-stored';
export { popupView } from './popup-view';
