/*
 * What the popup does not need before its first sight, in one part that is loaded after it. If it
 * loaded modules that the background has as well, the bundler would write a file of helpers, which
 * the background loads last of all.
 */
export { popupPast } from '../view/account-past';
export { followHistory, followState } from '../view/follow-stored';
export { popupView } from './popup-view';
