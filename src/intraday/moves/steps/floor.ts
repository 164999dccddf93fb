// Steps on the floor: who serves which queue for a while, how many chats at once, call-backs offered.
import * as routing from '#routing'
import { refuse, type Work } from '#base/work'
import { notFound } from '#base/refusal'
import type { Rulebook, RulebookVersionId } from '#routing/contract'
import { changedMeanwhile } from '../../contract.ts'
import type { Deed } from './step.ts'

export const place: Deed<'place'> = {
  apply: async (work, { person, queue, preference, until }) => {
    await routing.placePerson(work, { person: person.id, queue, preference, until })
    return {}
  },
  undo: async (work, { person, queue }) => void (await routing.unplacePerson(work, { person: person.id, queue })),
}

type ChatsBefore = { chat: number | null }
export const chats: Deed<'chats'> = {
  apply: async (work, { person, most }) => {
    const own = await ability(work, person.id)
    await routing.setAbility(work, { person: person.id, version: own.version, most: { ...own.most, chat: most } })
    return { chat: own.most.chat ?? null } satisfies ChatsBefore
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
// Rules are versions: the day's are those in force with the call-back, and afterwards those before are in force again.
export const callBack: Deed<'call_back'> = {
  apply: async (work, { queue, after_s }) => {
    const current = await routing.currentRulebook(work)
    if (!current) throw refuse(notFound, {})
    const document: Rulebook = {
      ...current.document,
      queues: current.document.queues.map((each) => (each.key === queue ? { ...each, call_back: { after_s } } : each)),
    }
    const { id } = await routing.makeVersion(work, { title: `${current.title} + rappel`.slice(0, 120), in_force: true, document })
    return { before: current.id, made: id } satisfies RulesBefore
  },
  undo: async (work, _, kept) => {
    const { before, made } = kept as RulesBefore // kept by apply
    const current = await routing.currentRulebook(work)
    if (current?.id !== made) throw refuse(changedMeanwhile, {})
    await routing.putInForce(work, { id: before })
  },
}
