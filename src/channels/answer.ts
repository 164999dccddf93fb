// An answer, by the way somebody chose for it. Cases declares it and cannot know the channels; without a choice it goes where the customer
// spoke last.
import * as cases from '#cases'
import { refuse, type Work } from '#base/work'
import { cannotReach, type ConversationId, type Way } from '#cases/contract'
import { carriedBy, channelNamed } from './all.ts'
import { carryAtOnce } from './carriers.ts'
import { ways } from './ways.ts'

export type Answer = cases.Reply & { channel?: string | undefined }

export async function answer(work: Work, { channel, ...given }: Answer): Promise<cases.Queued> {
  const carry: cases.Carry = (message) => carryAtOnce(work, message)
  if (channel === undefined || given.conversation) return await cases.reply(work, given, carry)
  const way = channelNamed(channel) && (await ways(work, given)).items.find((each) => each.channel === carriedBy(channel))
  const to = given.to?.length ? given.to : (way?.to.map(({ name, address }) => ({ name, address })) ?? [])
  if (!way || (way.traits.addressed && to.length === 0)) throw refuse(cannotReach, { channel })
  const conversation = await conversationFor(work, given.id, way)
  return await cases.reply(work, { ...given, conversation, ...(way.traits.addressed ? { to } : {}) }, carry)
}

async function conversationFor(work: Work, id: cases.Reply['id'], way: Way): Promise<ConversationId> {
  if (way.conversation) return way.conversation
  return await cases.beginConversation(work, { case: id, channel: way.channel, traits: way.traits, entry_point: way.from.id })
}
