// Steps on the floor: who serves which queue for a while, how many chats at once, call-backs offered. Each is done where things are as they were when the
// menu was worked out, and taken back where they are as it left them.
import * as routing from '#routing'
import { refuse, type Work } from '#base/work'
import { notFound } from '#base/refusal'
import type { Rulebook, RulebookVersionId } from '#routing/contract'
import { changedMeanwhile } from '../../contract.ts'
import type { Deed, Does } from './step.ts'

type Placing = { preference: number; until: string }
type PlaceBefore = { placing: Placing | null }
export const place: Deed<'place'> = {
  apply: async (work, { person, queue, preference, until }) => {
    const placing = await placingOf(work, { person, queue })
    if (placing && placing.preference > 0) throw refuse(changedMeanwhile, {}) // another move has, or whoever runs the floor
    await routing.placePerson(work, { person: person.id, queue, preference, until })
    return { placing } satisfies PlaceBefore
  },
  undo: async (work, { person, queue, preference, until }, before) => {
    if (isOver(work, until)) return // it ended by itself
    const placing = await placingOf(work, { person, queue })
    if (placing?.preference !== preference || Date.parse(placing.until) !== Date.parse(until)) throw refuse(changedMeanwhile, {})
    const { placing: earlier } = before as PlaceBefore // kept by apply
    if (earlier && !isOver(work, earlier.until)) await routing.placePerson(work, { person: person.id, queue, ...earlier })
    else await routing.unplacePerson(work, { person: person.id, queue })
  },
}

const isOver = ({ now }: Work, until: string): boolean => Temporal.Instant.compare(Temporal.Instant.from(until), now) <= 0
const placingOf = (work: Work, { person, queue }: Pick<Does<'place'>, 'person' | 'queue'>) =>
  routing.placingOf(work, { person: person.id, queue })

type ChatsBefore = { chat: number | null }
export const chats: Deed<'chats'> = {
  apply: async (work, { person, most, was }) => {
    const own = await ability(work, person.id)
    const chat = own.most.chat ?? null
    if (chat !== was) throw refuse(changedMeanwhile, {})
    await routing.setAbility(work, { person: person.id, version: own.version, most: { ...own.most, chat: most } })
    return { chat } satisfies ChatsBefore
  },
  undo: async (work, { person, most }, before) => {
    const own = await ability(work, person.id)
    if (own.most.chat !== most) throw refuse(changedMeanwhile, {})
    const { chat: _raised, ...rest } = own.most
    const { chat } = before as ChatsBefore // kept by apply
    await routing.setAbility(work, { person: person.id, version: own.version, most: chat === null ? rest : { ...rest, chat } })
  },
}

async function ability(work: Work, person: string) {
  const own = (await routing.abilities(work)).find((each) => each.person === person)
  if (!own) throw refuse(notFound, {})
  return own
}

type RulesBefore = { before: RulebookVersionId; made: RulebookVersionId }
// Rules are versions: the day's are those in force with the call-back, and afterwards those before are in force again. Where somebody changed other things
// of the rules since, their rules stay and only the call-back goes.
export const callBack: Deed<'call_back'> = {
  apply: async (work, { queue, after_s }) => {
    const { current, served } = await rulesWith(work, queue)
    if (served.call_back) throw refuse(changedMeanwhile, {})
    const { id } = await offered(work, current, { queue, call_back: { after_s } })
    return { before: current.id, made: id } satisfies RulesBefore
  },
  undo: async (work, { queue, after_s }, kept) => {
    const { before, made } = kept as RulesBefore // kept by apply
    const { current, served } = await rulesWith(work, queue)
    if (current.id === made) return void (await routing.putInForce(work, { id: before }))
    if (served.call_back?.after_s !== after_s) throw refuse(changedMeanwhile, {})
    await offered(work, current, { queue, call_back: null })
  },
}

async function rulesWith(work: Work, queue: string) {
  await routing.holdRules(work)
  const current = await routing.currentRulebook(work)
  const served = current?.document.queues.find(({ key }) => key === queue)
  if (!current || !served) throw refuse(changedMeanwhile, {}) // the queue is gone, or nothing is routed any more
  return { current, served }
}

type Offered = { queue: string; call_back: Rulebook['queues'][number]['call_back'] }
async function offered(work: Work, { title, document }: routing.KeptRulebook, { queue, call_back }: Offered) {
  const queues = document.queues.map((each) => (each.key === queue ? { ...each, call_back } : each))
  const named = call_back ? `${title} + rappel`.slice(0, 120) : title
  return await routing.makeVersion(work, { title: named, in_force: true, document: { ...document, queues } })
}
