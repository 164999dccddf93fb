import { screens, type Screen } from './rooms.tsx'
import { useMay, useWhoIAm } from './session.ts'

/** The pages of one group of the rail, for whoever sits here; nobody is listed nothing, and nothing is asked on their behalf. */
export function useListed(place: Screen['place']): readonly Screen[] {
  const may = useMay()
  return useWhoIAm() ? screens.filter((screen) => screen.place === place && may(screen.needs)) : []
}
