// The draft changes; what visitors see does not, until it is published.
import { audit } from '#access'
import { overtaken } from '#base/overtaken'
import type { Work } from '#base/work'
import { formChanged, type Definition, type FormId } from '../contract.ts'
import { cleanDraft } from './clean-draft.ts'
import { needForm } from './need-form.ts'
import { findForm, updateDraft } from './store/form.ts'

type Edit = { id: FormId; version: number; name?: string | undefined; draft?: Definition | undefined }

export async function editForm(work: Work, { id, version, ...changes }: Edit): Promise<{ id: FormId; version: number }> {
  const found = await needForm(work, id, 'channel.manage')
  const { name = found.name, draft = found.draft } = changes
  const clean = await cleanDraft(work, draft, found.draft)
  if ((await updateDraft(work, { id, version, name, draft: clean })) === 0) throw await tooLate(work, id, version)
  await audit(work, 'form.edited', { about: id, details: { version: version + 1 } })
  work.publish(formChanged, { form_id: id })
  return { id, version: version + 1 }
}

export async function tooLate(work: Work, id: FormId, version: number) {
  const current = await findForm(work, id)
  const shown = current && { version: current.version, name: current.name, draft: current.draft, closed: current.closed_at !== null, number: current.number } // prettier-ignore
  return overtaken(shown, version)
}
