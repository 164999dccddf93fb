import { useState, type ReactElement } from 'react'
import { Button } from './button.tsx'
import { words } from './floor-words.ts'
import type { IconName } from './icon.tsx'
import { useWords } from './words.ts'
import './layout.css'

type Asking = {
  label: string
  question: string
  yes: string
  icon?: IconName
  tone?: 'plain' | 'danger' | 'quiet'
  size?: 'medium' | 'small'
  isDisabled?: boolean
  onYes: () => void
}

/** A button that asks once more, in its own place, before doing what cannot be undone. Escape and "cancel" take it back. */
export function Confirm({ label, question, yes, onYes, ...button }: Asking): ReactElement {
  const say = useWords(words)
  const [asked, setAsked] = useState(false)
  const sure = () => {
    setAsked(false)
    onYes()
  }
  if (!asked)
    return (
      <Button {...button} onPress={() => setAsked(true)}>
        {label}
      </Button>
    )
  return (
    <span
      className="ui-confirm"
      role="group"
      aria-label={question}
      onKeyDown={(event) => event.key === 'Escape' && setAsked(false)}
    >
      <span>{question}</span>
      <Button size="small" tone="danger" onPress={sure}>
        {yes}
      </Button>
      <Button size="small" tone="quiet" autoFocus onPress={() => setAsked(false)}>
        {say('cancel')}
      </Button>
    </span>
  )
}
