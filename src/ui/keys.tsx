import { lazy, Suspense, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { announce, commandFor, spell, startsSequence, type Command } from './commands.ts'
import { words } from './floor-words.ts'
import { useWords } from './words.ts'

export { Keys } from './key-caps.tsx'
export type { Command }

const Help = lazy(async () => ({ default: (await import('./help-sheet.tsx')).Help }))
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/**
 * Announces commands while the component stands: they work by key, and are found in the help sheet and the palette. As soon as one sees it: on a
 * slow machine a key may come between what is painted and what follows the painting, and must not be lost there.
 */
export function useCommands(list: readonly Command[]): void {
  const run = useEffectEvent((id: string) => list.find((command) => command.id === id)?.run())
  const spelled = JSON.stringify(list) // functions are left out by themselves
  useLayoutEffect(() => {
    const stable: Omit<Command, 'run'>[] = JSON.parse(spelled)
    return announce(stable.map((command) => ({ ...command, run: () => run(command.id) })))
  }, [spelled])
}

/** Stands once in the frame: hears the keys, opens the help sheet (?) and the palette (Mod+K). */
export function Keyboard() {
  const say = useWords(words)
  const [open, setOpen] = useState<'help' | 'palette' | null>(null)
  const group = say('general')
  useCommands([
    { id: 'ui.help', label: say('showHelp'), group, keys: '?', icon: 'keyboard', run: () => setOpen('help') },
    {
      id: 'ui.palette',
      label: say('showPalette'),
      group,
      keys: 'Mod+k',
      icon: 'command',
      whileTyping: true,
      run: () => setOpen('palette'),
    },
  ])
  useStrokes(open === null)
  const close = () => setOpen(null)
  return (
    <Suspense>
      {open === 'help' && <Help open onClose={close} />}
      {open === 'palette' && <Palette open onClose={close} />}
    </Suspense>
  )
}

function useStrokes(listening: boolean): void {
  const before = useRef<{ stroke: string; at: number } | null>(null)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!listening || event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key))
      return
    const stroke = spell(event)
    const recent = before.current && event.timeStamp - before.current.at < 1200 ? before.current.stroke : null
    const command = commandFor(stroke, recent, isTyping(event.target))
    before.current = !command && startsSequence(stroke) && !isTyping(event.target) ? { stroke, at: event.timeStamp } : null
    if (!command) return
    event.preventDefault()
    command.run()
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
}

const FIELDS = 'input, textarea, select, [role="textbox"], [role="menu"] *, [role="spinbutton"], [role="dialog"] *'
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(FIELDS))
