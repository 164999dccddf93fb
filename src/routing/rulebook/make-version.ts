// A version of the rules: of the draft that was read over, or of a document. It never changes; in force at once, or kept aside for a rehearsal or a trial.
import { allow, audit } from '#access'
import { newId } from '#base/id'
import { overtaken } from '#base/overtaken'
import { refuse, type Work } from '#base/work'
import {
  noDraft, rulebookMade, rulesWrong, type RulebookVersion, type RulebookVersionId,
} from '../contract/rulebook-endpoints.ts' // prettier-ignore
import { rulebookShape, type Rulebook } from '../contract/rulebook.ts'
import { checkRules } from '../rules/check-rules.ts'
import { houseOfRules } from './house.ts'
import { enforce, needNoTrial } from './put-in-force.ts'
import { showVersion } from './read.ts'
import * as store from './store.ts'

type Asked = { title: string; in_force: boolean; draft?: number | undefined; document?: Rulebook | undefined }

export async function makeVersion(work: Work, asked: Asked): Promise<RulebookVersion> {
  allow(work, 'routing.manage', { team: null, brand: null })
  await store.oneAtATime(work)
  if (asked.in_force) await needNoTrial(work)
  const document = asked.document ?? (await draftedAt(work, asked.draft))
  const wrong = checkRules(document, await houseOfRules(work)).filter(({ weight }) => weight === 'wrong')
  if (wrong.length > 0) throw refuse(rulesWrong, { checks: wrong })
  const id = newId<'rulebook_version'>(work.now)
  const { number } = await store.lastNumber(work)
  await store.insertVersion(work, { id, number: number + 1, title: asked.title, document })
  if (!asked.document) await store.deleteDraft(work)
  await made(work, id, number + 1)
  if (asked.in_force) await enforce(work, { id, number: number + 1 })
  return await showVersion(work, id)
}

async function draftedAt(work: Work, version: number | undefined): Promise<Rulebook> {
  const draft = await store.findDraft(work)
  if (!draft) throw refuse(noDraft, {})
  if (version !== undefined && draft.version !== version) throw overtaken(draft, version)
  return rulebookShape.parse(draft.document)
}

async function made(work: Work, version: RulebookVersionId, number: number): Promise<void> {
  await audit(work, 'rulebook.made', { about: version, details: { number } })
  work.publish(rulebookMade, { version, number })
}
