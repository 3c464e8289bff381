import '@/components/popup/popup.css';
import { render } from 'preact';
import { setPageLanguage } from '@/utils/view/set-page-language';
import { Popup } from './Popup';

setPageLanguage();
render(<Popup />, document.body);
