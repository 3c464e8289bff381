import '@/components/options/options.css';
import '@/components/options/connections/connections.css';
import { render } from 'preact';
import { applyKeptTheme } from '@/utils/view/appearance';
import { setPageLanguage } from '@/utils/view/set-page-language';
import { Options } from './Options';

setPageLanguage();
applyKeptTheme();
render(<Options />, document.body);
