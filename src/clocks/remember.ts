// Writes down what events of cases mean for their clocks. Hearing one twice writes nothing.
import type { Event } from '#base/journal'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { momentOf } from './rules/moment.ts'
import { holdingAmong, insertMoments, type NewMoment } from './store/moment.ts'

type Told = Pick<Event, 'name' | 'actor_kind' | 'payload' | 'case_id' | 'seq' | 'at'>

/** The cases of which there was anything to remember, or of which something changed that decides how their clocks run. */
export async function remember(work: Work, events: readonly Told[]): Promise<CaseId[]> {
  const ours = events.flatMap(({ name, payload }) =>
    name === 'message.queued' ? [(payload as { interaction_id: string }).interaction_id] : [],
  ) // so its kind says
  const holding = ours.length > 0 ? await holdingAmong(work, ours) : new Set<string>()
  const moments = events.flatMap((event): NewMoment[] => {
    const moment = event.case_id === null ? null : momentOf(event, holding)
    return moment ? [{ case_id: event.case_id!, seq: event.seq, at: event.at.toString(), kind: moment.kind, interaction_id: moment.interaction }] : [] // prettier-ignore
  })
  if (moments.length > 0) await insertMoments(work, moments)
  return [...new Set(events.flatMap(({ case_id }) => case_id ?? []))] as CaseId[] // events about a case carry its id
}
