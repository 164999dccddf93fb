// The options of a choice: those given stand in that order, the others are offered no longer. What was chosen stays chosen.
import { newId } from '#base/id'
import type { Work } from '#base/work'
import type { FieldId, FieldKind, FieldSubject, Label, OptionColour, OptionId } from './contract.ts'
import { putOptions, retireOthers } from './store/option.ts'

type Of = { id: FieldId; subject: FieldSubject; kind: FieldKind }
export type GivenOption = { id?: OptionId | undefined; name: Label; colour: OptionColour }

export async function putAll(work: Work, field: Of, given: readonly GivenOption[]): Promise<void> {
  const options = given.map(({ id, name, colour }, position) => ({
    id: id && isFirst(given, id, position) ? id : newId<'field_option'>(work.now), name_fr: name.fr, name_en: name.en, colour, position,
  })) // prettier-ignore
  await retireOthers(work, field.id, options.map(({ id }) => id)) // prettier-ignore
  if (options.length > 0) await putOptions(work, field, options)
}

// Said twice, it is the first that goes on; the other is another option.
const isFirst = (given: readonly GivenOption[], id: OptionId, position: number): boolean =>
  given.findIndex((each) => each.id === id) === position
