// What the latest simulation says of tonight.
import { useState } from 'react'
import { useAsk } from '#ui/query'
import { useNow } from '#ui/time'
import { getMenu, type Menu } from '../../contract.ts'
import type { Guess } from '../../contract/names.ts'
import { isStale } from '../moves/menu-of.ts'

export type Simulated = { level: Guess; done_at: string }

/**
 * Two figures of one evening would be one too many: while a simulation is fresh it is the one that is told, for it knows who waits already. It stays while
 * the next is being worked out. `known`: whether there is one has been answered.
 */
export function useSimulated(group: string): { known: boolean; simulated: Simulated | null } {
  const { data, error } = useAsk(getMenu, { group })
  const [kept, setKept] = useState<Simulated | null>(null)
  const now = useNow()
  const menu = data?.menu ?? null
  const latest = simulatedBy(menu)
  if (latest && latest.done_at !== kept?.done_at) setKept(latest)
  const told = latest ?? (isUnderWay(menu) ? kept : null)
  return { known: data !== undefined || error !== null, simulated: told && !isStale(told, now) ? told : null }
}

const simulatedBy = (menu: Menu | null): Simulated | null =>
  menu?.level_tonight && menu.done_at !== null ? { level: menu.level_tonight, done_at: menu.done_at } : null
const isUnderWay = (menu: Menu | null): boolean => menu?.state === 'asked' || menu?.state === 'thinking'
