// What a key of the grid means for what is chosen, or else for where one stands.
import type { Plan } from '../../contract/plans.ts'
import type { Bar } from './grid/bars.ts'
import type { Deed, Standing } from './grid/keys.ts'
import type { Opened } from './shift-drawer.tsx'
import type { Deeds } from './use-deeds.ts'

type Using = {
  deeds: Deeds
  edits: boolean
  chosen: ReadonlySet<string>
  barOf: (id: string) => Bar | undefined
  onChoose: (ids: ReadonlySet<string>) => void
  onOpen: (opened: Opened) => void
  plan: Plan
}
const MORNING = '09:00'

export function useGridDeeds({
  deeds,
  edits,
  chosen,
  barOf,
  onChoose,
  onOpen,
  plan,
}: Using): (deed: Deed, at: Standing | null) => void {
  const add = (at: Standing): void => {
    const day = Temporal.PlainDate.from(at.cell.day)
    const nine = day.toZonedDateTime({ timeZone: plan.zone, plainTime: MORNING }).epochMilliseconds
    onOpen({ add: { person: personOf(at), at: nine } })
  }
  const toggle = ({ cell: { bar } }: Standing): void => {
    if (!bar) return
    const next = new Set(chosen)
    if (!next.delete(bar.id)) next.add(bar.id)
    onChoose(next)
  }
  return (deed, at) => {
    const bars = chosen.size > 0 ? [...chosen].flatMap((id) => barOf(id) ?? []) : at?.cell.bar ? [at.cell.bar] : []
    const [first] = bars
    const everybody: Partial<Record<Deed, () => void>> = {
      open: () => at?.cell.bar && onOpen({ bar: at.cell.bar.id }),
      choose: () => at && toggle(at),
      copy: () => first && deeds.copy(first),
    }
    const editors: Partial<Record<Deed, () => void>> = {
      open: () => at && (at.cell.bar ? onOpen({ bar: at.cell.bar.id }) : add(at)),
      new: () => at && add(at),
      stuck: deeds.stuck,
      undo: deeds.undo,
      redo: deeds.redo,
      paste: () => at && deeds.paste(personOf(at), at.cell.day),
      lock: () => deeds.lock(bars, bars.some(({ locked }) => !locked)),
      remove: () => {
        deeds.remove(bars)
        onChoose(new Set())
      },
    }
    ;((edits ? editors[deed] : undefined) ?? everybody[deed])?.()
  }
} // prettier-ignore

const personOf = ({ row }: Standing): string | null => (row.kind === 'person' ? row.key : null)
