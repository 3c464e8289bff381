/* What the popup loads after its first rows, as one file. */
export { popupPast } from '../view/account/account-past';
export { followHistory, followState } from '../view/follow-stored';
export { popupView } from './popup-view';
