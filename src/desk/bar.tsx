import { Link } from '@tanstack/react-router'
import { Count } from '#ui/badge'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { useListed } from './listed.ts'
import type { Screen } from './rooms.tsx'
import { useUnseen } from './unseen.ts'
import { words } from './words.ts'

const MOST = 4

/** On a small screen: the first pages of the rail under the thumb, the rest behind "menu". */
export function Bar({ onMenu, open }: { onMenu: () => void; open: boolean }) {
  const say = useWords(words)
  const near = useListed('work').slice(0, MOST)
  const untold = useUnseen() ?? 0 // the bell is behind the menu
  return (
    <nav className="desk-bar" aria-label={say('menu')}>
      {near.map((screen) => (
        <Near key={screen.path} screen={screen} />
      ))}
      <button type="button" className="desk-bar-link" aria-expanded={open} aria-controls="rail" onClick={onMenu}>
        <Icon name="menu" size={24} />
        <span>{say('menu')}</span>
        {untold > 0 && <Count value={untold} tone="accent" />}
      </button>
    </nav>
  )
}

const none = (): undefined => undefined

function Near({ screen }: { screen: Screen }) {
  const useCount = screen.count ?? none // the list of screens never changes, so this is always the same hook
  const waiting = useCount()
  return (
    <Link to={screen.path} className="desk-bar-link" activeOptions={{ exact: screen.path === '/' }}>
      <Icon name={screen.icon} size={24} />
      <span>{(screen.short ?? screen.label)[useLanguage()]}</span>
      {waiting !== undefined && waiting > 0 && <Count value={waiting} tone="accent" />}
    </Link>
  )
}
