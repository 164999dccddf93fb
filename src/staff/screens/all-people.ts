// Everybody who serves, for choosing one: a centre's staff fits in a page.
import { useAsk } from '#ui/query'
import type { Option } from '#ui/combobox'
import { listStaff, type Person } from '../contract.ts'

export const MOST = 200

export function useAllPeople(): readonly Person[] {
  return useAsk(listStaff, { gone: false, limit: MOST }, { staleSeconds: 60 }).data?.items ?? []
}

export const optionsOf = (people: readonly Person[], without?: string): Option[] =>
  people
    .filter(({ id }) => id !== without)
    .map(({ id, name, title }) => ({ id, label: name, ...(title ? { detail: title } : {}) }))
