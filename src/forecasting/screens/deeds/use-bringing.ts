// A file that is about to be brought: how it is to be read, and what it would be read as. Asked anew with every change.
import { useState } from 'react'
import { tell } from '#ui/failure'
import { useSend } from '#ui/query'
import { postImportPreview, type Dates, type Decimal, type ImportField, type ImportPreview } from '../../contract.ts'
import { beginningOf, isLong, textOf } from './file-text.ts'

export type Columns = Partial<Record<ImportField, string>>
export type How = {
  channel: string
  queue: string
  missing: 'guess' | 'zero' | 'gap'
  columns?: Columns
  dates?: Dates | undefined // somebody says so; without: as the columns say
  decimal?: Decimal | undefined
}
export type Chosen = { name: string; size: number; text: string; isLong: boolean }
type Wish = How & { name: string; text: string }
export type Bringing = {
  file: Chosen | null
  preview: ImportPreview | null
  how: How
  take: (file: File) => Promise<void>
  drop: () => void
  set: (more: Partial<How>) => void
  say: (heading: string, field: ImportField | null) => void
  wish: (file: Chosen) => Wish
}

const begun: How = { channel: 'phone', queue: '', missing: 'guess' }

export function useBringing(onChange: () => void): Bringing {
  const [file, setFile] = useState<Chosen | null>(null)
  const [how, setHow] = useState(begun)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const look = useSend(postImportPreview, { onDone: setPreview, onError: (error) => (setFile(null), tell(error)) })
  const lookAt = (chosen: Chosen, next: How): void => {
    onChange()
    setHow(next)
    look.mutate({ name: chosen.name, ...beginningOf(chosen.text), ...next })
  }
  const set = (more: Partial<How>): void => (file ? lookAt(file, { ...how, ...more }) : setHow({ ...how, ...more }))
  return {
    file,
    preview,
    how,
    take: async (given) => {
      const text = textOf(new Uint8Array(await given.arrayBuffer()))
      const chosen = { name: given.name, size: given.size, text, isLong: isLong(text) }
      setFile(chosen)
      lookAt(chosen, { channel: how.channel, queue: how.queue, missing: how.missing })
    },
    drop: () => {
      onChange()
      setFile(null)
      setPreview(null)
    },
    set,
    say: (heading, field) => set({ columns: saying(preview?.columns ?? {}, heading, field) }),
    wish: ({ name, text }) => ({ name, text, ...how, ...shownWriting(how, preview) }),
  }
}

/** How dates and numbers are taken to be written: what was shown is what is done. */
export const shownWriting = (how: Pick<How, 'dates' | 'decimal'>, preview: ImportPreview | null): Pick<How, 'dates' | 'decimal'> => ({
  dates: how.dates ?? preview?.read?.dates ?? undefined,
  decimal: how.decimal ?? preview?.read?.decimal ?? undefined,
}) // prettier-ignore

/** A column says one thing, and one thing is said by one column. */
export function saying(columns: Columns, heading: string, field: ImportField | null): Columns {
  const others = Object.entries(columns).filter(([each, by]) => by !== heading && each !== field)
  return { ...Object.fromEntries(others), ...(field ? { [field]: heading } : {}) }
}
