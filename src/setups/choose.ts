// A set-up is chosen, changed or left: what the plan says is done, in one transaction, and written down.
import * as brands from '#brands'
import { allow, audit } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { actorId, refuse, type Work } from '#base/work'
import { needDocument } from './catalogue.ts'
import { setupChosen, setupMoved, type PlanStep, type SetupDocument } from './contract.ts'
import { carryOut } from './carry-out.ts'
import type { Language } from './crafts/craft.ts'
import { drawPlan } from './draw-plan.ts'
import { insertChoice, lastChoice, oneAtATime } from './store.ts'

type Wish = { setup: string | null; language?: Language | undefined; mark?: string | undefined }

export async function choose(work: Work, { setup, language, mark }: Wish): Promise<{ setup: string | null; steps: PlanStep[] }> {
  allow(work, 'setup.manage', { brand: null })
  await oneAtATime(work)
  const document = setup === null ? null : await needDocument(work, setup)
  const before = await lastChoice(work)
  const spoken = language ?? before?.language ?? (await languageOfHouse(work))
  const plan = await drawPlan(work, { document, language: spoken })
  if (mark !== undefined && mark !== plan.mark) throw refuse(setupMoved, {})
  const person = await leader(work)
  await carryOut(work, plan, { language: spoken, person })
  const edition = document?.edition ?? null
  const isSame = before?.setup === setup && before.edition === edition && before.language === spoken
  if (!isSame || plan.steps.some(({ deed }) => deed !== 'keep'))
    await writeDown(work, { document, language: spoken, steps: plan.steps })
  return { setup, steps: plan.steps }
}

type Done = { document: SetupDocument | null; language: Language; steps: PlanStep[] }
async function writeDown(work: Work, { document, language, steps }: Done): Promise<void> {
  const [setup, edition] = [document?.id ?? null, document?.edition ?? null]
  const by_id = work.actor.kind === 'person' ? work.actor.id : null
  await insertChoice(work, { id: newId(work.now), setup, edition, language, steps, by: actorId(work.actor), by_id })
  const count = (deed: string): number => steps.filter((step) => step.deed === deed).length
  const done = { added: count('add'), changed: count('change'), kept: count('keep'), retired: count('retire') }
  await audit(work, 'setup.chosen', { details: { setup, edition, language, ...done } })
  work.publish(setupChosen, { setup, edition })
}

export async function languageOfHouse(work: Work): Promise<Language> {
  const door = await brands.mainEntryPoint(work)
  return (door && (await brands.brand(work, door.brand_id))?.language) ?? 'fr'
}

// Whoever chooses leads the teams until they say otherwise; a program leaves them to whoever has the main door.
async function leader(work: Work): Promise<PersonId | null> {
  if (work.actor.kind === 'person') return work.actor.id
  const door = await brands.mainEntryPoint(work)
  return door ? (await brands.dutyPerson(work, door.id)).person : null
}
