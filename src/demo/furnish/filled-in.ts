// Forms that were filled in over the last weeks, answered by mail like letters.
import * as channels from '#channels'
import type { Seal } from '#base/seal'
import { inWork } from '#base/work'
import { getCase, listCases, putClosure } from '#cases/contract'
import { webDoors } from '../store.ts'
import { castOf } from '../texts/cast.ts'
import { chanceOf } from '../texts/chance.ts'
import { filledForm, formAnswer, type Filled } from '../texts/forms.ts'
import { act, as } from './act.ts'
import { answer, type Moment, type Story } from './history.ts'
import { atWork } from './plan.ts'

const FORMS = 11
const LONGEST_AGO_MINUTES = 26 * 24 * 60
const READING_SECONDS = 70 // nobody fills in a form faster

type Sheet = {
  story: Story
  filled: Filled
  key: string
  door: channels.FormDoor
  filed?: { number: number | null; entry_point: string }
}

export async function formsOfThePast(story: Story, seal: Seal): Promise<Moment[]> {
  const { scene } = story
  const keys = await inWork(scene.open, scene.as, (work) => webDoors(work, 'form'))
  const door = channels.openFormDoor({ open: scene.open, seal, url: '' })
  const cast = castOf(scene.seed)
  const moments = Array.from({ length: FORMS }, (_, number) => {
    const filled = filledForm(scene.seed, number, cast)
    const chance = chanceOf(scene.seed + 57 * number)
    const key = keys.find(({ name }) => name === filled.form)!.key // every form has its door
    const at = atWork(scene.now.subtract({ minutes: chance.between(200, LONGEST_AGO_MINUTES) }), chance)
    const sheet: Sheet = { story, filled, key, door }
    return [
      { at, happen: () => send(sheet) },
      ...(number % 4 === 3 ? [] : [{ at: at.add({ minutes: chance.between(40, 180) }), happen: () => conclude(sheet) }]),
    ]
  })
  return moments.flat().filter(({ at }) => Temporal.Instant.compare(at, scene.now.subtract({ minutes: 3 })) < 0)
}

async function send(sheet: Sheet): Promise<void> {
  const { story, filled, key, door } = sheet
  const opened = await door.look(key)
  const { stamp, bits } = door.reception(opened, '192.0.2.7')
  story.scene.clock.advance({ seconds: READING_SECONDS })
  const answers = Object.fromEntries(Object.entries(filled.answers).map(([field, said]) => [field, [said].flat()]))
  const { number } = await door.submit(opened, {
    stamp, proof: channels.prove(stamp, bits), question: '', trap: false, language: 'fr', answers, files: [], address: '192.0.2.7',
  }) // prettier-ignore
  sheet.filed = { number, entry_point: opened.form.entry_point_id }
}

async function conclude({ story, filled, filed }: Sheet): Promise<void> {
  const { scene } = story
  if (!filed) return
  const { items } = await inWork(scene.open, scene.as, (work) =>
    act(work, listCases, { entry_point: filed.entry_point, limit: 50 }),
  )
  const found = items.find(({ number }) => number === filed.number)
  if (!found) return
  const { owner, id } = await inWork(scene.open, scene.as, (work) => act(work, getCase, { id: found.id }))
  await answer(story, { id, owner: owner.id, text: formAnswer(filled, story.place.byId.get(owner.id)?.name ?? '') })
  await as(story, owner.id, async (work) => void (await act(work, putClosure, { id })))
}
