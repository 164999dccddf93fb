// What publishing would change, in words. Pure.
import { inLanguage, type Definition, type Field } from '../../contract/form.ts'

type Sentence = { fr: string; en: string }

export function changesOf(live: Definition | null, draft: Definition): Sentence[] {
  if (!live) return [{ fr: 'Première publication.', en: 'First publication.' }]
  const before = new Map(live.fields.map((field) => [field.id, field]))
  const after = new Map(draft.fields.map((field) => [field.id, field]))
  const kept = draft.fields.filter(({ id }) => before.has(id))
  return [
    ...draft.fields.filter(({ id }) => !before.has(id)).map((field) => named(field, 'Nouveau champ', 'New field')),
    ...live.fields.filter(({ id }) => !after.has(id)).map((field) => named(field, 'Champ retiré', 'Field removed')),
    ...kept
      .filter((field) => !isSame(field, before.get(field.id)))
      .map((field) => named(field, 'Champ modifié', 'Field changed')),
    ...(isMoved(live, draft) ? [{ fr: 'L’ordre des champs change.', en: 'The order of the fields changes.' }] : []),
    ...frame(live, draft),
  ]
}

const named = (field: Field, fr: string, en: string): Sentence => ({
  fr: `${fr} : ${nameOf(field, 'fr')}`.replace(' :', '\u202f:'),
  en: `${en}: ${nameOf(field, 'en')}`,
})
const nameOf = (field: Field, language: 'fr' | 'en'): string =>
  (inLanguage(field.label, language) || ('text' in field ? inLanguage(field.text, language) : '') || field.id).slice(0, 80)

// PostgreSQL keeps the keys of JSON in an order of its own.
export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)])) // prettier-ignore
}

function isMoved(live: Definition, draft: Definition): boolean {
  const common = (one: Definition, other: Definition): string =>
    one.fields
      .map(({ id }) => id)
      .filter((id) => other.fields.some((field) => field.id === id))
      .join()
  return common(live, draft) !== common(draft, live)
}

const parts: readonly [keyof Definition, string, string][] = [
  ['title', 'Le titre change.', 'The title changes.'],
  ['intro', 'L’introduction change.', 'The introduction changes.'],
  ['languages', 'Les langues changent.', 'The languages change.'],
  ['subject', 'L’objet des dossiers change.', 'The subject of cases changes.'],
  ['sender', 'Les champs qui disent qui écrit changent.', 'The fields that say who writes change.'],
  ['reason_id', 'Le motif des dossiers change.', 'The reason of cases changes.'],
  ['button', 'Le bouton change.', 'The button changes.'],
  ['thanks', 'Le remerciement change.', 'The thank-you text changes.'],
  ['origins', 'Les sites qui peuvent afficher le formulaire changent.', 'The sites that may show the form change.'],
]
const frame = (live: Definition, draft: Definition): Sentence[] =>
  parts.filter(([part]) => !isSame(live[part], draft[part])).map(([, fr, en]) => ({ fr, en }))
