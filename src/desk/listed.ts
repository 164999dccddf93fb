import { screens, type Screen } from './rooms.tsx'
import { useMyDay } from './my-day.ts'
import { useRouted } from './routed.ts'
import { useMay, useWhoIAm } from './session.ts'

/** The pages of one group of the rail, for whoever sits here; nobody is listed nothing, and nothing is asked on their behalf. */
export function useListed(place: Screen['place']): readonly Screen[] {
  const may = useMay()
  const seated = useWhoIAm() !== undefined
  const routed = useRouted()
  const shifted = useMyDay()?.any
  const here = (screen: Screen): boolean =>
    screen.place === place && (!screen.onceRouted || routed === true) && (!screen.onceShifted || shifted === true)
  return seated ? screens.filter((screen) => here(screen) && may(screen.needs)) : []
}
