// A team manager grants that somebody was, or will be, elsewhere than planned. It counts as kept, and says by whom and why.
import * as staff from '#staff'
import { audit } from '#access'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import {
  exceptionGranted, exceptionOfOneself, exceptionsEnough, exceptionSpan, exceptionWithdrawn, type Exception, type ExceptionId,
} from '../contract.ts' // prettier-ignore
import { countExceptions, findException, insertException, withdraw, type ExceptionRow } from '../store/exception.ts'
import { needTheirs } from './theirs.ts'

const MOST_HOURS = 12
const MOST_A_DAY = 20

type Wish = { person: PersonId; from: string; to: string; reason: Exception['reason']; note: string }

export async function grantException(work: Work, wish: Wish): Promise<Exception> {
  await needTheirs(work, wish.person, 'workforce.approve')
  if (work.actor.kind === 'person' && work.actor.id === wish.person) throw refuse(exceptionOfOneself, {})
  if (!(await staff.active(work, wish.person))) throw refuse(notFound, {})
  const hours = Temporal.Instant.from(wish.to).since(Temporal.Instant.from(wish.from)).total('hours')
  if (hours <= 0 || hours > MOST_HOURS) throw refuse(exceptionSpan, {})
  if ((await countExceptions(work, wish.person, wish.from)).count >= MOST_A_DAY) throw refuse(exceptionsEnough, { most: MOST_A_DAY })
  const id = newId<'day_exception'>(work.now)
  await insertException(work, { id, ...wish })
  await audit(work, 'intraday.exception_granted', { about: wish.person, details: { from: wish.from, to: wish.to, reason: wish.reason } })
  work.publish(exceptionGranted, { person: wish.person, exception: id })
  return (await showExceptions(work, [(await findException(work, id))!]))[0]! // just written
} // prettier-ignore

export async function withdrawException(work: Work, { id }: { id: ExceptionId }): Promise<object> {
  const found = await findException(work, id)
  if (!found) throw refuse(notFound, {})
  await needTheirs(work, found.person_id, 'workforce.approve')
  await withdraw(work, id)
  await audit(work, 'intraday.exception_withdrawn', { about: found.person_id, details: { exception: id } })
  work.publish(exceptionWithdrawn, { person: found.person_id, exception: id })
  return {}
}

export async function showExceptions(work: Work, rows: readonly ExceptionRow[]): Promise<Exception[]> {
  const granters = rows.map(({ granted_by }) => granted_by as PersonId) // of programs nobody is found
  const names = await staff.find(
    work,
    granters.filter((id) => /^[0-9a-f-]{36}$/.test(id)),
  )
  return rows.map(({ id, person_id, from_at, to_at, reason, note, granted_by, granted_at }) => {
    const by = names.get(granted_by as PersonId)
    return {
      id, person: person_id, from: String(from_at), to: String(to_at), reason, note,
      granted_by: by ? { id: by.id, name: by.name } : null, granted_at: String(granted_at),
    }
  }) // prettier-ignore
}
