import { i18n } from '#i18n';
import { type StateChoice, stateChoices } from '@/utils/options/account-table';

interface Props {
  chosen: StateChoice;
  onChoose: (state: StateChoice) => void;
}

/** Filters accounts by state. */
export function StateSelect({ chosen, onChoose }: Props) {
  return (
    <select
      aria-label={i18n.t('options.accounts.state')}
      value={chosen}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChoose(stateChoices.find((state) => state === value) ?? 'all');
      }}
    >
      {stateChoices.map((state) => (
        <option key={state} value={state}>
          {stateText(state)}
        </option>
      ))}
    </select>
  );
}

function stateText(state: StateChoice): string {
  switch (state) {
    case 'all':
      return i18n.t('options.accounts.states.all');
    case 'attention':
      return i18n.t('options.accounts.states.attention');
    case 'not-checked':
      return i18n.t('options.accounts.states.notChecked');
    case 'working':
      return i18n.t('options.accounts.states.working');
    case 'muted':
      return i18n.t('options.accounts.states.muted');
  }
}
