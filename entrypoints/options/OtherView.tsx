import '@/assets/accounts.css';
import '@/components/account/details.css';
import '@/components/options/accounts/accounts.css';
import '@/components/options/chats/chats.css';
import type { Route } from '@/utils/route';
import { About } from './About';
import { Accounts } from './Accounts';
import { Activity } from './Activity';
import { Alerts } from './Alerts';
import type { ViewProps } from './view-props';

interface Props extends ViewProps {
  route: Exclude<Route, { view: 'connections' }>;
}

/** Every view but the first. */
export function OtherView({ route, ...view }: Props) {
  switch (route.view) {
    case 'accounts':
      return <Accounts route={route} {...view} />;
    case 'activity':
      return <Activity {...view} />;
    case 'alerts':
      return <Alerts {...view} />;
    case 'about':
      return <About {...view} />;
  }
}
