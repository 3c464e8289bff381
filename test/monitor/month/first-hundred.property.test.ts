import { liveThroughMonths } from './months';

liveThroughMonths(1);
