import '@/components/popup/popup.css';
import { render } from 'preact';
import { startPage } from '@/utils/view/page';
import { Popup } from './Popup';

startPage();
render(<Popup />, document.body);
