// What was read of the journal for a run, piece by piece, until the run has ended.
import { integer, text, word } from '#base/sql'
import type { Work } from '#base/work'
import type { RunId } from '../contract.ts'

export type Slice = { place: number; kind: 'contacts' | 'presence'; lines_count: number; lines: string }

export const findSlice = (work: Work, run: RunId, place: number) => work.sql.maybeOne({
  place: integer, kind: word<Slice['kind']>(), lines_count: integer, lines: text,
})`
  select place, kind, lines_count, lines from rehearsal.slice where tenant_id = ${work.tenant} and run_id = ${run} and place = ${place}` // prettier-ignore

export const slicesRead = (work: Work, run: RunId) => work.sql.one({ slices: integer, contacts: integer })`
  select count(*) as slices, coalesce(sum(lines_count) filter (where kind = 'contacts'), 0)::bigint as contacts
  from rehearsal.slice where tenant_id = ${work.tenant} and run_id = ${run}`

export const deleteSlices = (work: Work, run: RunId) => work.sql.run`
  delete from rehearsal.slice where tenant_id = ${work.tenant} and run_id = ${run}`
