/** What the popup does not need before its first sight, in one part that is loaded after it. */
export { popupPast } from './account-past';
export { followHistory, followWatched } from './follow-stored';
export { popupView } from './popup-view';
