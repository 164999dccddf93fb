import { part, type Part } from '#base/sql'
import type { CaseId } from '../contract.ts'

// Of one case PostgreSQL walks the index in order; of several it has to sort, so the common one is said by itself.
export function ofCases(table: 'i' | 'v' | 'n', cases: readonly CaseId[]): Part {
  const column = { i: part`i.case_id`, v: part`v.case_id`, n: part`n.case_id` }[table]
  return cases.length === 1 ? part`${column} = ${cases[0]}` : part`${column} = any(${cases}::uuid[])`
}
