import '@/components/options/options.css';
import { render } from 'preact';
import { startPage } from '@/utils/view/page';
import { Options } from './Options';

startPage();
render(<Options />, document.body);
