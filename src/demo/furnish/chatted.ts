// Chats of the last weeks: somebody comes by the widget of a site, is answered while they wait, and it is over.
import * as channels from '#channels'
import type { Seal } from '#base/seal'
import { inWork } from '#base/work'
import { getCase, patchCase, postReply, putClosure } from '#cases/contract'
import { webDoors } from '../store.ts'
import { castOf } from '../texts/cast.ts'
import { chanceOf, type Chance } from '../texts/chance.ts'
import { chatOf, type ChatTold } from '../texts/chats.ts'
import { act, as } from './act.ts'
import type { Moment, Story } from './history.ts'
import { atWork } from './plan.ts'

const CHATS = 14
const LONGEST_AGO_MINUTES = 21 * 24 * 60
const LONGEST_MINUTES = 15 // of a chat
type Chat = { story: Story; told: ChatTold; key: string; gate: channels.Gate; chance: Chance }

export async function chatsOfThePast(story: Story, seal: Seal): Promise<Moment[]> {
  const { scene } = story
  const doors = await inWork(scene.open, scene.as, (work) => webDoors(work, 'chat'))
  const gate = channels.openGate(scene.open, { seal, url: '' })
  const cast = castOf(scene.seed)
  const latest = scene.now.subtract({ minutes: LONGEST_MINUTES })
  return Array.from({ length: CHATS }, (_, number) => {
    const told = chatOf(scene.seed, number, cast)
    const chance = chanceOf(scene.seed + 31 * number)
    const key = doors.find(({ name }) => name === told.story.brand)!.key // every site has its widget
    const at = atWork(scene.now.subtract({ minutes: chance.between(60, LONGEST_AGO_MINUTES) }), chance)
    return { at, happen: () => happened({ story, told, key, gate, chance }) }
  }).filter(({ at }) => Temporal.Instant.compare(at, latest) < 0)
}

async function happened(chat: Chat): Promise<void> {
  const { story, told, key, gate, chance } = chat
  const { customer, opens, answer, replies } = told
  const { clock, open } = story.scene
  const visitor = await channels.visitOfThePast(open, gate, {
    key, language: told.story.language, page: 'https://boutique.example/panier', proven: null,
    said: chance.happens(0.7) ? { name: customer.name, email: customer.email } : null,
  }) // prettier-ignore
  const pass = (seconds: number): void => clock.advance({ seconds })
  let visit = await visitor.says(opens[0]!) // every story opens with a line
  for (const line of opens.slice(1)) {
    pass(chance.between(4, 15))
    visit = await visitor.says(line)
  }
  pass(chance.between(35, 240))
  await visitor.reads(visit, await weAnswer(chat, visit, answer))
  for (const line of replies) {
    pass(chance.between(8, 50))
    await visitor.says(line)
  }
  pass(chance.between(20, 90))
  await visitor.reads(visit, await weAnswer(chat, visit, told.story.language === 'fr' ? 'Avec plaisir. Bonne journée !' : 'With pleasure. Have a good day!')) // prettier-ignore
  await visitor.leaves(visit)
  await conclude(chat, visit)
}

async function weAnswer({ story }: Chat, { conversation, case: id }: channels.PastVisit, text: string) {
  const { owner } = await inWork(story.scene.open, story.scene.as, (work) => act(work, getCase, { id }))
  const sent = await as(story, owner.id, (work) => act(work, postReply, { id, conversation, text, undo_seconds: 0 }))
  return sent.id
}

async function conclude({ story, told }: Chat, { case: id }: channels.PastVisit): Promise<void> {
  const { owner, version } = await inWork(story.scene.open, story.scene.as, (work) => act(work, getCase, { id }))
  await as(story, owner.id, async (work) => {
    await act(work, patchCase, { id, version, reason_id: story.place.reasons[told.story.reason] })
    await act(work, putClosure, { id })
  })
}
