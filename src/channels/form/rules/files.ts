// May this file come in here? What it is counts, not what it is called (base/given-file.ts judges that). Pure.
import type { Field } from '../../contract/form.ts'
import { wrong, type Wrong } from './wrong.ts'

export type Brought = {
  field: string
  name: string
  size: number
  is: { type: string } | { not: 'empty' | 'dangerous' | 'renamed' }
}
type FileField = Extract<Field, { kind: 'file' }>

const pictures = { '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp', '.gif': 'image/gif', '.heic': 'image/heic', '.heif': 'image/heif', '.avif': 'image/avif' } as const // prettier-ignore
const documents = {
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
  '.doc': 'application/x-cfb',
  '.rtf': 'application/rtf',
  '.txt': 'text/plain',
  '.csv': 'text/csv',
} as const
const kinds = { pictures, documents, both: { ...pictures, ...documents } } as const
const named = {
  pictures: { fr: 'une photo (JPG, PNG, HEIC…)', en: 'a picture (JPG, PNG, HEIC…)' },
  documents: { fr: 'un document (PDF, Word, texte…)', en: 'a document (PDF, Word, text…)' },
  both: { fr: 'une photo ou un document (JPG, PDF, Word…)', en: 'a picture or a document (JPG, PDF, Word…)' },
} as const
const MEGABYTE = 1_000_000

/** What a browser offers when it opens a file for this field: the value of `accept`. */
export const acceptOf = (accepts: FileField['accepts']): string => Object.keys(kinds[accepts]).join(',')

export function wrongFile(field: FileField, file: Brought): Wrong | null {
  if (file.size > field.most_bytes) return wrong(field.id, 'file_too_large', Math.max(1, Math.floor(field.most_bytes / MEGABYTE)))
  if ('not' in file.is) return wrong(field.id, notIn[file.is.not], named[field.accepts])
  const { type } = file.is
  return (Object.values(kinds[field.accepts]) as string[]).includes(type)
    ? null
    : wrong(field.id, 'file_kind', named[field.accepts]) // a list of literals, asked as texts
}
const notIn = { empty: 'file_empty', dangerous: 'file_kind', renamed: 'file_false' } as const
