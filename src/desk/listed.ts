import { listStaff } from '#staff/contract'
import { useAsk } from '#ui/query'
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
  const crewed = useCrewed(place === 'team' && seated && routed === false && may('workforce.read'))
  const here = (screen: Screen): boolean =>
    screen.place === place &&
    (!screen.onceRouted || routed === true) &&
    (!screen.onceShifted || shifted === true) &&
    (!screen.onceCrewed || routed === true || crewed)
  return seated ? screens.filter((screen) => here(screen) && may(screen.needs)) : []
}

/** Whether there are people to plan for: whoever leads and two more. Where rules give out work nobody need ask. */
function useCrewed(asked: boolean): boolean {
  const staff = useAsk(listStaff, { gone: false, limit: CREW }, { enabled: asked, staleSeconds: 600 })
  return (staff.data?.items.length ?? 0) >= CREW
}
const CREW = 3
