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
    if (deed === 'open' && at) return at.cell.bar ? onOpen({ bar: at.cell.bar.id }) : edits ? add(at) : undefined
    if (deed === 'choose' && at) return toggle(at)
    if (deed === 'copy' && bars[0]) return deeds.copy(bars[0])
    if (!edits) return
    if (deed === 'new' && at) return add(at)
    if (deed === 'undo') return deeds.undo()
    if (deed === 'redo') return deeds.redo()
    if (deed === 'paste' && at) return deeds.paste(personOf(at), at.cell.day)
    if (deed === 'lock')
      return deeds.lock(
        bars,
        bars.some(({ locked }) => !locked),
      )
    if (deed === 'remove') {
      deeds.remove(bars)
      onChoose(new Set())
    }
  }
}

const personOf = ({ row }: Standing): string | null => (row.kind === 'person' ? row.key : null)
