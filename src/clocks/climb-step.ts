// One step of the ladder, once: it is written down, and then done.
import * as cases from '#cases'
import * as staff from '#staff'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { Refused, type Work } from '#base/work'
import type { CaseFacts } from '#cases'
import { clockEscalated, priorities, type Deed } from './contract.ts'
import { hoursOf } from './hours-of.ts'
import type { StepTaken } from './rules/decide.ts'
import { comingWords, escalatedWords, moment } from './rules/say.ts'
import { insertEscalation } from './store/escalation.ts'
import { peopleMeant } from './whom.ts'

export async function climbStep(work: Work, of: CaseFacts, { cause, stretch_at, step, nth, due }: StepTaken): Promise<void> {
  const people = await peopleMeant(work, step.whom, of)
  const id = newId<'escalation'>(work.now)
  const row = { id, case_id: of.id, cause, stretch_at, step_id: step.id, step: nth, whom: step.whom, people, did: [...step.does] }
  if ((await insertEscalation(work, row)) === 0) return
  const { zone } = await hoursOf(work, null, of.entry_point_id)
  const when = { cause, nth, due: moment(Temporal.Instant.fromEpochMilliseconds(due), zone) }
  const words = 'percent' in step.when ? comingWords(of, when) : escalatedWords(of, when)
  if (step.does.includes('tell')) await staff.tell(work, { to: people, kind: 'clock.escalated', ...words, path: `/cases/${of.id}`, key: `escalation:${id}`, case_id: of.id, brand: of.brand_id, urgent: nth > 1 }) // prettier-ignore
  for (const deed of step.does) await perform(work, of, { deed, people })
  work.publish(
    clockEscalated,
    { case_id: of.id, owner: of.owner_id, escalation_id: id, cause, step: nth, whom: step.whom.kind, people },
    { case_id: of.id },
  )
}

async function perform(work: Work, of: CaseFacts, { deed, people }: { deed: Deed; people: readonly PersonId[] }): Promise<void> {
  if (deed === 'raise_priority') await raise(work, of)
  const [first] = people
  if (deed === 'name_handler' && first && first !== of.owner_id) await nameHandler(work, of, first)
}

async function raise(work: Work, { id }: CaseFacts): Promise<void> {
  const found = await cases.holdCase(work, id, 'case.edit')
  const higher = priorities[priorities.indexOf(found.priority) + 1]
  if (higher) await cases.edit(work, { id, version: found.version, priority: higher })
}

// Whoever may not read cases of this brand was told, which is all they can be.
async function nameHandler(work: Work, { id }: CaseFacts, person: PersonId): Promise<void> {
  await cases.handle(work, { id, person }).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error
  })
}
