import { useCommands } from '#ui/keys'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { screens } from './rooms.tsx'
import { useMay } from './session.ts'
import { words } from './words.ts'

/** Every page of the rail is a command: found in the palette, and reached by `g` and its letter. */
export function useGoKeys(go: (path: string) => void): void {
  const say = useWords(words)
  const spoken = useLanguage()
  const may = useMay()
  useCommands([
    ...screens
      .filter((screen) => (screen.place !== 'hidden' || screen.goKey !== undefined) && may(screen.needs))
      .map((screen) => ({
        id: `go ${screen.path}`,
        label: screen.label[spoken],
        group: say('goTo'),
        icon: screen.icon,
        ...(screen.goKey ? { keys: `g ${screen.goKey}` } : {}),
        run: () => go(screen.path),
      })),
    { id: 'search', label: say('searchAll'), group: say('goTo'), keys: '/', icon: 'search', run: focusSearch },
  ])
}

function focusSearch(): void {
  const field = [...document.querySelectorAll<HTMLInputElement>('.desk-search input')].find((each) => each.checkVisibility())
  field?.focus()
  field?.select()
}
