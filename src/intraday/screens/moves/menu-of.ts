// What a menu's parts share.
import type { Menu, Option } from '../../contract.ts'

const STALE_MS = 30 * 60_000
/** Too old to be applied; while it is being worked out it is not. */
export const isStale = ({ done_at }: Pick<Menu, 'done_at'>, now: number): boolean =>
  done_at !== null && now - Date.parse(done_at) > STALE_MS

/** Where the bars of a menu end. */
export const mostOf = ({ options }: Pick<Menu, 'options'>): number => Math.max(0.02, ...options.map(({ difference }) => Math.abs(difference.high))) // prettier-ignore

export const asksPeople = ({ steps }: Pick<Option, 'steps'>): boolean => steps.some(({ does }) => does === 'ask')
