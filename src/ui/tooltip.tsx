import { lazy, Suspense, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'

const Bubble = lazy(async () => ({ default: (await import('./tooltip-bubble.tsx')).Bubble }))
const PATIENCE_MS = 500

type Listening = {
  ref: RefObject<HTMLButtonElement | null>
  onHoverChange: (over: boolean) => void
  onFocusChange: (focused: boolean) => void
  onPressStart: () => void
  onKeyUp: (event: { key: string }) => void
}

/** The name of a button that shows only a drawing, in a bubble, for who points at it or comes by keyboard. Screen readers have its label. */
export function useHint(text: string, keys?: string): { listening: Listening; bubble: ReactNode } {
  const anchor = useRef<HTMLButtonElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [shown, setShown] = useState(false)
  const hide = () => {
    clearTimeout(waiting.current)
    setShown(false)
  }
  useEffect(() => () => clearTimeout(waiting.current), [])
  const wait = () => (waiting.current = setTimeout(() => setShown(true), PATIENCE_MS))
  return {
    listening: {
      ref: anchor,
      onHoverChange: (over) => (over ? wait() : hide()),
      onFocusChange: (focused) => (focused ? anchor.current?.matches(':focus-visible') && setShown(true) : hide()),
      onPressStart: hide,
      onKeyUp: ({ key }) => key === 'Escape' && hide(),
    },
    bubble: shown && (
      <Suspense>
        <Bubble text={text} keys={keys} anchor={anchor} />
      </Suspense>
    ),
  }
}
