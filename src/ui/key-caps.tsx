import type { ReactNode } from 'react'
import './keys.css'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const names: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Shift: '⇧',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Alt: isMac ? '⌥' : 'Alt',
}

/** 'Mod+Enter' as keys one can see. */
export function Keys({ keys }: { keys: string }): ReactNode {
  return (
    <span className="ui-keys">
      {keys.split(/[ +]/).map((key, place) => (
        <kbd key={`${key}${place}`}>{names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</kbd>
      ))}
    </span>
  )
}
