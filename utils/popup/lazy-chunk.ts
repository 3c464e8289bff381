/* What the popup loads after its first rows, as one file. */
export { send } from '../commands/messages';
export { openOptions } from '../open-options';
export { popupPast } from '../view/account/account-past';
export { actOnAccount, actOnAccounts } from '../view/account/act-on-account';
export { followHistory, followState } from '../view/follow-stored';
export { fixProblem } from './fix-problem';
export { popupView } from './popup-view';
