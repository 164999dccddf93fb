import { useId, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { commands, listenCommands, type Command } from './commands.ts'
import { words } from './floor-words.ts'
import { bestOf } from './fuzzy.ts'
import { Icon } from './icon.tsx'
import { Keys } from './key-caps.tsx'
import { useWords } from './words.ts'
import './overlay.css'
import './keys.css'

/** Every command by name. Type a few letters, walk with the arrows, Enter does it. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(words)
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(stays) => !stays && onClose()}
      isDismissable
      className="ui-veil"
      data-kind="palette"
    >
      <Modal className="ui-palette">
        <AriaDialog aria-label={say('palette')} className="ui-sheet-inside">
          <Finder onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ onClose }: { onClose: () => void }) {
  const say = useWords(words)
  const listId = useId()
  const [sought, setSought] = useState('')
  const [active, setActive] = useState(0)
  const all = useSyncExternalStore(listenCommands, commands).filter((command) => command.id !== 'ui.palette')
  const found = bestOf(all, sought, (command) => `${command.label} ${command.group}`).slice(0, 12)
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    requestAnimationFrame(() => command.run()) // the dialog gives the focus back first
  }
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') run(found[active])
    if (move === undefined) return
    event.preventDefault()
    setActive((active + move + found.length) % Math.max(1, found.length))
  }
  const seek = (text: string) => {
    setSought(text)
    setActive(0)
  }
  return (
    <>
      <div className="ui-palette-head">
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={found[active] && `${listId}${active}`}
          aria-label={say('palette')}
          placeholder={say('paletteHint')}
          value={sought}
          onChange={(event) => seek(event.target.value)}
          onKeyDown={press}
        />
      </div>
      <div id={listId} role="listbox" aria-label={say('palette')} className="ui-menu ui-palette-list">
        {found.map((command, place) => (
          <div
            key={command.id}
            id={`${listId}${place}`}
            role="option"
            aria-selected={place === active}
            data-focused={place === active || undefined}
            className="ui-menu-item"
            onPointerMove={() => setActive(place)}
            onClick={() => run(command)}
          >
            <Icon name={command.icon ?? 'right'} size={18} />
            <span className="ui-menu-words">{command.label}</span>
            <span className="ui-palette-group">{command.group}</span>
            {command.keys && <Keys keys={command.keys} />}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="ui-palette-none">{say('noneFound')}</p>}
    </>
  )
}
