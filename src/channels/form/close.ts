// A closed form says so on its page, and takes nothing in; it can be opened again.
import { audit } from '#access'
import type { Work } from '#base/work'
import { formChanged, type FormId } from '../contract.ts'
import { tooLate } from './edit.ts'
import { needForm } from './need-form.ts'
import { updateClosed } from './store/form.ts'

type One = { id: FormId; version: number }

export const closeForm = (work: Work, one: One): Promise<One> => set(work, one, { closed_at: work.now, what: 'form.closed' })
export const openForm = (work: Work, one: One): Promise<One> => set(work, one, { closed_at: null, what: 'form.opened' })

async function set(work: Work, { id, version }: One, to: { closed_at: Temporal.Instant | null; what: string }): Promise<One> {
  await needForm(work, id, 'channel.manage')
  if ((await updateClosed(work, { id, version, closed_at: to.closed_at })) === 0) throw await tooLate(work, id, version)
  await audit(work, to.what, { about: id })
  work.publish(formChanged, { form_id: id })
  return { id, version: version + 1 }
}
