import { liveThroughMonths } from './months';

liveThroughMonths(101);
