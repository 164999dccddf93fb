// A draft as it is kept: of a size that somebody may have written, its origins in one form, and its reason one of ours.
import * as cases from '#cases'
import { inputInvalid, notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { originOf, type Definition } from '../contract.ts'

const LONGEST = 400_000 // characters: the bounds of its parts together allow more than anybody writes

/** `before`: its reason may stay, also when it was retired since. */
export async function cleanDraft(work: Work, draft: Definition, before: Definition | null): Promise<Definition> {
  if (JSON.stringify(draft).length > LONGEST)
    throw refuse(inputInvalid, { fields: [{ path: 'draft', message: `must have at most ${LONGEST} characters in all` }] })
  const { reason_id } = draft
  if (reason_id !== null && reason_id !== before?.reason_id) {
    const { items } = await cases.listReasons(work)
    if (!items.some(({ id }) => id === reason_id)) throw refuse(notFound, {})
  }
  return { ...draft, origins: [...new Set(draft.origins.flatMap((origin) => originOf(origin) ?? []))] }
}
