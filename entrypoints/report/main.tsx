import '@/components/report/page.css';
import { render } from 'preact';
import { applyKeptTheme } from '@/utils/view/appearance';
import { setPageLanguage } from '@/utils/view/set-page-language';
import { ReportPage } from './ReportPage';

setPageLanguage();
applyKeptTheme();
render(<ReportPage />, document.body);
