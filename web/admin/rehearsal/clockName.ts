import { useTranslation } from 'react-i18next';

/** What people call a kind of clock, such as `verification:POLICE`; an unknown one names itself. */
export function useClockName(): (clock: string) => string {
  const { t } = useTranslation('rehearsal');
  return (clock) => t(`clock.${clock.replace(':', '_')}`, { defaultValue: clock });
}
