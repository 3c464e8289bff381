import '@/components/options/options.css';
import '@/components/options/connections/connections.css';
import { render } from 'preact';
import { setPageLanguage } from '@/utils/view/set-page-language';
import { Options } from './Options';

setPageLanguage();
render(<Options />, document.body);
