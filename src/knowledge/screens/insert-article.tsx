import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/button'
import { useWords } from '#ui/words'
import { words } from './words.ts'

const Dialog = lazy(async () => ({ default: (await import('./insert-dialog.tsx')).InsertDialog }))

// What the composer hands in; this room stands beside cases, not on them, and asks only for this much of one.
export type Writing = { found: { subject: string; brand: { id: string } }; insert: (html: string) => void }

/** An article, found by the customer's words, goes into the answer as text or as a link. */
export function InsertArticle({ found, insert }: Writing) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" tone="quiet" icon="book" onPress={() => setOpen(true)}>
        {say('articles')}
      </Button>
      <Suspense>{open && <Dialog found={found} insert={insert} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
