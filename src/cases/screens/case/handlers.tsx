import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/button'
import { useCommands } from '#ui/keys'
import { Faces } from '#ui/person'
import { useWords } from '#ui/words'
import type { Case } from '../../contract.ts'
import { words } from './standing-words.ts'

const HandlersDialog = lazy(async () => ({ default: (await import('./handlers-dialog.tsx')).HandlersDialog }))

/** Who works on the case beside whoever answers for it. */
export function Handlers({ found }: { found: Case }) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  useCommands([
    {
      id: 'case.handlers',
      label: say('handlersTitle'),
      group: say('group'),
      keys: 'w',
      icon: 'people',
      run: () => setOpen(true),
    },
  ])
  const names = found.handlers.map(({ name }) => name).join(', ')
  return (
    <span className="cases-handlers">
      {found.handlers.length > 0 && (
        <Faces people={found.handlers} label={say('handlersAre', { count: found.handlers.length, names })} />
      )}
      <Button size="small" tone="quiet" icon="people" keys="W" onPress={() => setOpen(true)}>
        {found.handlers.length > 0 ? say('handlersAre', { count: found.handlers.length, names }) : say('handlersButton')}
      </Button>
      <Suspense>{open && <HandlersDialog found={found} onClose={() => setOpen(false)} />}</Suspense>
    </span>
  )
}
