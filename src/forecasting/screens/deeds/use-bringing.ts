// A file that is about to be brought: how it is to be read, and what it would be read as. Asked anew with every change.
import { useState } from 'react'
import { tell } from '#ui/failure'
import { useSend } from '#ui/query'
import { postImportPreview, type ImportField, type ImportPreview } from '../../contract.ts'

export type Columns = Partial<Record<ImportField, string>>
export type How = { channel: string; queue: string; missing: 'guess' | 'zero' | 'gap'; columns?: Columns }
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

const LOOKED_AT = 400_000 // characters: what is wrong with the rest is told when it is brought
const begun: How = { channel: 'phone', queue: '', missing: 'guess' }

export function useBringing(onChange: () => void): Bringing {
  const [file, setFile] = useState<Chosen | null>(null)
  const [how, setHow] = useState(begun)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const look = useSend(postImportPreview, { onDone: setPreview, onError: (error) => (setFile(null), tell(error)) })
  const lookAt = (chosen: Chosen, next: How): void => {
    onChange()
    setHow(next)
    look.mutate({ name: chosen.name, text: begin(chosen.text), ...next })
  }
  const set = (more: Partial<How>): void => (file ? lookAt(file, { ...how, ...more }) : setHow({ ...how, ...more }))
  return {
    file,
    preview,
    how,
    take: async (given) => {
      const text = await given.text()
      const chosen = { name: given.name, size: given.size, text, isLong: text.length > LOOKED_AT }
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
    wish: ({ name, text }) => ({ name, text, ...how }),
  }
}

const begin = (text: string): string => (text.length <= LOOKED_AT ? text : text.slice(0, text.lastIndexOf('\n', LOOKED_AT)))

/** A column says one thing, and one thing is said by one column. */
export function saying(columns: Columns, heading: string, field: ImportField | null): Columns {
  const others = Object.entries(columns).filter(([each, by]) => by !== heading && each !== field)
  return { ...Object.fromEntries(others), ...(field ? { [field]: heading } : {}) }
}
