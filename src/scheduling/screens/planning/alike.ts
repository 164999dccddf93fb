// Remarks that are alike, as one: how many, and whose. Pure.
import type { TroubleSaid } from '../../contract/names.ts'

export type Alike = {
  code: string
  hard: boolean
  items: readonly TroubleSaid[]
  names: readonly { name: string; count: number }[]
}

const weightOf = ({ code }: Alike): number => (code.startsWith('contract_') ? 1 : 0)

/** What stands in the way first, hours of a contract last, else what is said most often; of each those first whom it concerns most. */
export function alikeOf(troubles: readonly TroubleSaid[]): Alike[] {
  return [...Map.groupBy(troubles, ({ code, hard }) => `${code} ${hard}`).values()]
    .map((items): Alike => {
      const people = Map.groupBy(items.filter(({ name }) => name), ({ person }) => person) // prettier-ignore
      const names = [...people.values()].map((theirs) => ({ name: theirs[0]?.name ?? '', count: theirs.length }))
      const { code, hard } = items[0]! // a group has one
      return { code, hard, items, names: names.toSorted((a, b) => b.count - a.count) }
    })
    .toSorted((a, b) => Number(b.hard) - Number(a.hard) || weightOf(a) - weightOf(b) || b.items.length - a.items.length)
}
