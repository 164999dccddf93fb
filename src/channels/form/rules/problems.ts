// Why a definition cannot be published yet, in words. Pure.
import { MOST_FIELDS, type Both, type Definition, type Field, type Problem } from '../../contract/form.ts'

export function problemsOf(definition: Definition): Problem[] {
  const { fields } = definition
  return [
    ...(missing(definition, definition.title) ? [problem(null, 'Donnez un titre au formulaire, dans chacune de ses langues.', 'Give the form a title in each of its languages.')] : []),
    ...(fields.some(({ kind }) => kind !== 'explanation') ? [] : [problem(null, 'Ajoutez au moins une question.', 'Add at least one question.')]),
    ...(fields.length > MOST_FIELDS ? [problem(null, `Un formulaire a ${MOST_FIELDS} champs au plus.`, `A form has at most ${MOST_FIELDS} fields.`)] : []),
    ...fields.flatMap((field, index) => problemsOfField(definition, field, index)),
    ...circles(fields),
    ...problemsOfSender(definition),
  ] // prettier-ignore
}

const problem = (field: string | null, fr: string, en: string): Problem => ({ field, fr, en })
const missing = ({ languages }: Definition, text: Both): boolean => languages.some((language) => text[language].trim() === '')

function problemsOfField(definition: Definition, field: Field, index: number): Problem[] {
  const { id } = field
  const say = (fr: string, en: string): Problem => problem(id, fr, en)
  return [
    ...(definition.fields.findIndex((other) => other.id === id) < index ? [say('Deux champs portent le même nom technique.', 'Two fields have the same technical name.')] : []),
    ...(field.kind !== 'explanation' && missing(definition, field.label) ? [say('Ce champ n’a pas de libellé dans chaque langue.', 'This field has no label in each language.')] : []),
    ...inside(definition, field).map(([fr, en]) => say(fr, en)),
    ...conditionsOf(definition, field).map(([fr, en]) => say(fr, en)),
  ] // prettier-ignore
}

type Sentence = [fr: string, en: string]

function inside(definition: Definition, field: Field): Sentence[] {
  const say = (isWrong: boolean, fr: string, en: string): Sentence[] => (isWrong ? [[fr, en]] : [])
  if ('options' in field) return insideChoice(definition, field)
  if (field.kind === 'consent')
    return [
      ...say(missing(definition, field.text), 'Écrivez le texte exact du consentement dans chaque langue.', 'Write the exact text of the consent in each language.'),
      ...say(field.text_version === '', 'Donnez une version au texte du consentement.', 'Give the text of the consent a version.'),
    ] // prettier-ignore
  if (field.kind === 'explanation') return say(missing(definition, field.text), 'Cette explication est vide dans une des langues.', 'This explanation is empty in one of the languages.') // prettier-ignore
  if (field.kind === 'number') return say(isAbove(field.min, field.max), 'Le minimum dépasse le maximum.', 'The minimum is above the maximum.') // prettier-ignore
  if (field.kind === 'date') return say(isAbove(field.earliest, field.latest), 'La première date suit la dernière.', 'The first date comes after the last.') // prettier-ignore
  return []
}

const isAbove = <T extends string | number>(least: T | null, most: T | null): boolean =>
  least !== null && most !== null && least > most

function insideChoice(definition: Definition, { options }: Extract<Field, { options: unknown }>): Sentence[] {
  const ids = new Set(options.map(({ id }) => id))
  return [
    ...(options.length < 2 ? [['Proposez au moins deux réponses.', 'Offer at least two answers.'] as Sentence] : []),
    ...(ids.size < options.length ? [['Deux réponses portent le même nom technique.', 'Two answers have the same technical name.'] as Sentence] : []),
    ...(options.some(({ label }) => missing(definition, label)) ? [['Une réponse n’a pas de libellé dans chaque langue.', 'An answer has no label in each language.'] as Sentence] : []),
  ] // prettier-ignore
}

function conditionsOf({ fields }: Definition, { id, show }: Field): Sentence[] {
  return (show?.conditions ?? []).flatMap(({ field: asked, test, value }): Sentence[] => {
    const other = fields.find((each) => each.id === asked)
    if (!other || other.kind === 'explanation') return [['Une condition dépend d’un champ qui n’existe pas.', 'A condition depends on a field that does not exist.']] // prettier-ignore
    if (asked === id) return [['Un champ ne peut pas dépendre de lui-même.', 'A field cannot depend on itself.']]
    if (test !== 'answered' && value.trim() === '') return [['Une condition n’a pas de valeur.', 'A condition has no value.']]
    const isChoice = other.kind === 'one' || other.kind === 'many'
    const isKnown = !isChoice || test !== 'is' || other.options.some((option) => option.id === value)
    return isKnown
      ? []
      : [['Une condition attend une réponse qui n’est pas proposée.', 'A condition waits for an answer that is not offered.']]
  })
}

// Depth first over "hangs on": what is met again on its own way is a circle. Told once, at the field where it was found.
function circles(fields: readonly Field[]): Problem[] {
  const state = new Map<string, 'open' | 'done'>()
  const found: Problem[] = []
  const visit = (id: string): void => {
    if (state.get(id) === 'done') return
    if (state.get(id) === 'open')
      return void found.push(problem(id, 'Des conditions tournent en rond : ces champs dépendent l’un de l’autre.', 'Conditions run in a circle: these fields depend on each other.')) // prettier-ignore
    state.set(id, 'open')
    for (const { field } of fields.find((each) => each.id === id)?.show?.conditions ?? []) if (field !== id) visit(field)
    state.set(id, 'done')
  }
  for (const { id } of fields) visit(id)
  return found
}

function problemsOfSender({ sender, fields }: Definition): Problem[] {
  const kinds = { name: ['short'], email: ['email'], phone: ['phone'] } as const
  return (['name', 'email', 'phone'] as const).flatMap((part) => {
    const id = sender[part]
    if (id === null) return []
    const field = fields.find((each) => each.id === id)
    return field && (kinds[part] as readonly string[]).includes(field.kind)
      ? []
      : [problem(id, 'Le champ qui dit qui écrit n’existe plus, ou n’est pas du bon genre.', 'The field that says who writes is gone, or is of the wrong kind.')] // prettier-ignore
  })
}
