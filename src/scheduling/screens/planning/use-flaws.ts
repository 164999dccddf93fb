// What is said against the plan, by shift and by person.
import { useMemo } from 'react'
import { useAsk } from '#ui/query'
import type { TroubleSaid } from '../../contract/names.ts'
import { getTroubles, type Plan } from '../../contract/plans.ts'

export type Flaws = {
  all: number
  of: (shift: string) => readonly TroubleSaid[]
  counted: ReadonlyMap<string, number> // by shift
  people: ReadonlySet<string>
}
const none: readonly TroubleSaid[] = []

export function useFlaws(plan: Plan): Flaws {
  const { data } = useAsk(getTroubles, { id: plan.id }, { staleSeconds: 60 })
  return useMemo(() => {
    const items = data?.items ?? none
    const byShift = Map.groupBy(
      items.filter(({ shift }) => shift !== null),
      ({ shift }): string => shift ?? '',
    )
    return {
      all: items.length,
      of: (shift) => byShift.get(shift) ?? none,
      counted: new Map([...byShift].map(([shift, some]) => [shift, some.length])),
      people: new Set<string>(items.flatMap(({ person }) => person ?? [])),
    }
  }, [data])
}
