// From now on visitors see the draft as it is. What they fill in meanwhile still counts for the version they saw.
import { audit } from '#access'
import { actorId, refuse, type Work } from '#base/work'
import { formPublished, formUnfinished, type FormId } from '../contract.ts'
import { tooLate } from './edit.ts'
import { needForm } from './need-form.ts'
import { isSame } from './rules/changes.ts'
import { problemsOf } from './rules/problems.ts'
import { findForm, insertVersion, lockForm, updatePublished } from './store/form.ts'

type Published = { id: FormId; version: number; number: number }

export async function publishForm(work: Work, { id, version }: { id: FormId; version: number }): Promise<Published> {
  await needForm(work, id, 'channel.manage')
  await lockForm(work, id)
  const found = await findForm(work, id)
  if (found?.version !== version) throw await tooLate(work, id, version)
  const problems = problemsOf(found.draft)
  if (problems.length > 0) throw refuse(formUnfinished, { problems })
  if (found.number !== null && isSame(found.live, found.draft)) return { id, version, number: found.number }
  const number = (found.number ?? 0) + 1
  await insertVersion(work, { form: id, number, definition: found.draft, by: actorId(work.actor) })
  await updatePublished(work, { id, version, number })
  await audit(work, 'form.published', { about: id, details: { number } })
  work.publish(formPublished, { form_id: id, number })
  return { id, version: version + 1, number }
}
