import { useEffect, useState } from 'react'
import { Button, IconButton } from './button.tsx'
import { words } from './floor-words.ts'
import { act, commitAll, dismiss, useToasts, type Toast } from './toasts.ts'
import { useWords } from './words.ts'
import './toast.css'

export { toast, toastUndo, dismiss } from './toasts.ts'

/** Stands once in the frame. Pointing at it or focusing inside holds the clocks. */
export function Toasts() {
  const say = useWords(words)
  const all = useToasts()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    addEventListener('pagehide', commitAll)
    return () => removeEventListener('pagehide', commitAll)
  }, [])
  const hold = {
    onPointerEnter: () => setHeld(true),
    onPointerLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  }
  return (
    <section className="ui-toasts" aria-label={say('notifications')} {...hold}>
      <div aria-live="polite" aria-atomic="false" className="ui-toasts-live">
        {all.map((one) => (
          <One key={one.id} one={one} held={held} />
        ))}
      </div>
    </section>
  )
}

function One({ one, held }: { one: Toast; held: boolean }) {
  const say = useWords(words)
  useEffect(() => {
    if (one.seconds === null || held) return
    const timer = setTimeout(() => dismiss(one.id), one.seconds * 1000)
    return () => clearTimeout(timer)
  }, [one, held])
  return (
    <div className="ui-toast" data-tone={one.tone} role={one.tone === 'danger' ? 'alert' : undefined}>
      <div className="ui-toast-words">
        {one.text}
        {one.detail && <small>{one.detail}</small>}
      </div>
      {one.action && (
        <Button size="small" tone="quiet" onPress={() => act(one)}>
          {one.action.label}
        </Button>
      )}
      <IconButton icon="close" size="small" label={say('close')} onPress={() => dismiss(one.id)} />
    </div>
  )
}
