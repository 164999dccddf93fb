import { useMemo, useState } from 'react'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { Table, type Column, type Order } from '#ui/table'
import { useWords } from '#ui/words'
import type { Fairness } from '../../contract/work-terms.ts'
import { lengthOf } from '../planning/grid/hours.ts'
import { useStepWords } from './spread-chart.tsx'
import { countOf, type Burden } from './spread.ts'
import { fairnessWords } from './words.ts'

type Peopling = {
  rows: readonly Fairness[]
  of: Burden
  only: { from: number; to: number } | null
  onEverybody: () => void
}
const columnOf: Record<Burden, string> = {
  late: 'late',
  weekend: 'weekend',
  night: 'night',
  early: 'early',
  extra: 'extra',
  wishes: 'wishes',
}
const numbers: Record<string, (row: Fairness) => number> = {
  late: ({ late_shifts }) => late_shifts,
  weekend: ({ saturdays, sundays }) => saturdays + sundays,
  sundays: ({ sundays }) => sundays,
  night: ({ nights }) => nights,
  early: ({ early_shifts }) => early_shifts,
  extra: ({ extra_min }) => extra_min,
  wishes: ({ wishes_declined }) => wishes_declined,
  worked: ({ worked_min }) => worked_min,
}

/** Everybody's own, the most burdened first: each number with its length, so that one sees before one reads. */
export function People({ rows, of, only, onEverybody }: Peopling) {
  const say = useWords(fairnessWords)
  const spoken = useLanguage()
  const label = useStepWords()
  const [order, setOrder] = useState<Order | null>(null)
  const sorted = useMemo(() => inOrder(rows, of, order), [rows, of, order])
  const shown = only ? sorted.filter((row) => countOf(of, row) >= only.from && countOf(of, row) <= only.to) : sorted
  const column = (id: string, title: string, wording: (value: number) => string = String): Column<Fairness> => {
    const number = numbers[id]!
    const most = Math.max(1, ...rows.map(number))
    return { id, title, align: 'end', sortable: true, quiet: id === 'worked' || id === 'early', cell: (row) => <Length value={number(row)} most={most} words={wording(number(row))} /> }
  }
  const hours = (minutes: number): string => (minutes === 0 ? '–' : lengthOf(minutes, spoken))
  return (
    <Panel flush title={only ? say('only', { count: label(only) }) : say('people')} actions={only && <Button size="small" tone="quiet" icon="close" onPress={onEverybody}>{say('everybody')}</Button>}>
      <Table
        label={say('list')}
        rows={shown}
        idOf={({ person }) => person.id}
        order={order ?? { by: columnOf[of], descending: true }}
        onOrder={setOrder}
        columns={[
          { id: 'person', title: say('person'), cell: ({ person }) => person.name, width: 'wide', sortable: true },
          column('late', say('late')),
          column('weekend', say('weekend')),
          column('sundays', say('sundays')),
          column('night', say('night')),
          column('early', say('early')),
          column('extra', say('extra'), hours),
          column('wishes', say('wishes')),
          column('worked', say('worked'), hours),
        ]}
      />
    </Panel>
  )
} // prettier-ignore

function inOrder(rows: readonly Fairness[], of: Burden, order: Order | null): Fairness[] {
  const by = order && numbers[order.by]
  const value = by ?? ((row: Fairness) => countOf(of, row))
  const down = order && !order.descending ? 1 : -1
  const byName = (a: Fairness, b: Fairness): number => a.person.name.localeCompare(b.person.name)
  if (order?.by === 'person') return rows.toSorted((a, b) => down * byName(a, b))
  return rows.toSorted((a, b) => down * (value(a) - value(b)) || byName(a, b))
}

function Length({ value, most, words }: { value: number; most: number; words: string }) {
  return (
    <span className="scheduling-length">
      <i aria-hidden="true" style={{ inlineSize: `${(value / most) * 100}%` }} />
      {value === 0 ? <span className="scheduling-nought">{words}</span> : words}
    </span>
  )
}
