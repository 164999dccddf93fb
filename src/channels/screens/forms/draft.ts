// What the editor does to a draft. Pure: a draft goes in, another comes out.
import type { Definition, Field, FieldKind, Show } from '../../contract.ts'

const empty = { fr: '', en: '' }
const names: Readonly<Record<FieldKind, string>> = {
  short: 'texte', long: 'message', email: 'courriel', phone: 'telephone', one: 'choix', many: 'choix', date: 'date', number: 'nombre', file: 'pieces', consent: 'consentement',
  explanation: 'explication',
} // prettier-ignore

/** A name nobody has yet: courriel, courriel_2, courriel_3 … */
export function freeId(wanted: string, taken: readonly string[]): string {
  const base = wanted.slice(0, 34)
  if (!taken.includes(base)) return base
  for (let n = 2; ; n++) if (!taken.includes(`${base}_${n}`)) return `${base}_${n}`
}

/** "Une livraison" → une_livraison: what a technical name may be made of. */
export function idFrom(label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '') // prettier-ignore
  return plain.slice(0, 34).replace(/_+$/, '') || 'reponse'
}

export function newField(kind: FieldKind, taken: readonly string[]): Field {
  const common = {
    id: freeId(names[kind], taken),
    label: { ...empty },
    help: { ...empty },
    required: kind === 'consent',
    show: null,
  }
  switch (kind) {
    case 'short':
      return { ...common, kind, max_length: 200 }
    case 'long':
      return { ...common, kind, max_length: 5_000 }
    case 'email':
    case 'phone':
      return { ...common, kind }
    case 'one':
      return { ...common, kind, options: [] }
    case 'many':
      return { ...common, kind, options: [], most: null }
    case 'date':
      return { ...common, kind, earliest: null, latest: null }
    case 'number':
      return { ...common, kind, min: null, max: null, whole: false }
    case 'file':
      return { ...common, kind, most_files: 3, most_bytes: 10_000_000, accepts: 'both' }
    case 'consent':
      return { ...common, kind, text: { ...empty }, text_version: '1' }
    case 'explanation':
      return { ...common, kind, text: { ...empty } }
  }
}

export const withField = (draft: Definition, field: Field): Definition => ({
  ...draft,
  fields: draft.fields.map((each) => (each.id === field.id ? field : each)),
})

export function moved(draft: Definition, from: number, to: number): Definition {
  const fields = [...draft.fields]
  const [field] = fields.splice(from, 1)
  if (!field || to < 0 || to > fields.length) return draft
  fields.splice(to, 0, field)
  return { ...draft, fields }
}

/** Without a field, and without what hung on it: conditions, and who it said was writing. */
export function without(draft: Definition, id: string): Definition {
  const keep = (of: string | null): string | null => (of === id ? null : of)
  const { name, email, phone } = draft.sender
  return {
    ...draft,
    sender: { name: keep(name), email: keep(email), phone: keep(phone) },
    fields: draft.fields.filter((field) => field.id !== id).map((field) => ({ ...field, show: showWithout(field.show, id) })),
  }
}

function showWithout(show: Show | null, id: string): Show | null {
  const conditions = show?.conditions.filter((condition) => condition.field !== id) ?? []
  return show && conditions.length > 0 ? { ...show, conditions } : null
}
