// The rows asked for, of the board as it is; those that did not change are the very same objects as before.
import { useDeferredValue, useMemo, useState } from 'react'
import type { Bar } from './grid/bars.ts'
import type { BoardNow } from './grid/board.ts'
import { rowsOf, type Row, type Seating, type Wanted } from './grid/rows.ts'
import { wantedOf, type Wished } from './shown.ts'

type Rowing = {
  board: BoardNow
  wished: Wished
  teams: readonly { id: string; name: string }[]
  troubled: ReadonlySet<string>
}
const none: readonly Bar[] = []

export function useRows({ board, wished, teams, troubled }: Rowing): readonly Row[] {
  const sought = useDeferredValue(wished.q ?? '') // typing goes before listing
  const [list] = useState(rowLister)
  return useMemo(() => {
    const names = new Map(teams.map(({ id, name }) => [id, name]))
    const seating = {
      people: board.people,
      barsOf: (person: string | null) => board.byPerson.get(person) ?? none,
      teams: names,
      troubled: (person: string) => troubled.has(person),
    }
    return list(seating, { ...wantedOf(wished), q: sought })
  }, [board, wished, teams, troubled, sought, list])
}

function rowLister(): (seating: Seating, wanted: Wanted) => readonly Row[] {
  let before: readonly Row[] = []
  return (seating, wanted) => (before = rowsOf(seating, wanted, before))
}
