import { useRef, useState, type KeyboardEvent } from 'react'
import { Button as Pressable, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { SearchField } from '#ui/field'
import { Icon } from '#ui/icon'
import { useWords } from '#ui/words'
import { emoji, findEmoji } from './emoji.ts'
import { words } from './writing-words.ts'

const COLUMNS = 8

/** The emoji by hand; by keyboard ":" and a word is faster. Arrows walk over the board. */
export function EmojiBoard({ onPick }: { onPick: (sign: string) => void }) {
  const say = useWords(words)
  const [sought, setSought] = useState('')
  const board = useRef<HTMLDivElement>(null)
  const found = sought.trim() === '' ? emoji : findEmoji(sought, emoji.length)
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key]
    const signs = [...(board.current?.querySelectorAll('button') ?? [])]
    const at = signs.indexOf(event.target as HTMLButtonElement) // keys are heard where the focus is
    if (step === undefined || at < 0) return
    event.preventDefault()
    signs[Math.max(0, Math.min(signs.length - 1, at + step))]?.focus()
  }
  return (
    <DialogTrigger onOpenChange={() => setSought('')}>
      <Pressable className="ui-button" data-tone="quiet" data-size="small" data-square="" aria-label={say('emoji')}>
        <Icon name="smile" size={16} />
      </Pressable>
      <Popover className="ui-popover" placement="top start">
        <Dialog className="chats-emoji" aria-label={say('emoji')}>
          {({ close }) => (
            <>
              <SearchField label={say('emojiSearch')} value={sought} onChange={setSought} />
              <div className="chats-emoji-board" ref={board} onKeyDown={walk} role="group" aria-label={say('emoji')}>
                {found.map(({ sign, words: names }, place) => (
                  <button
                    key={sign}
                    type="button"
                    aria-label={`${sign} ${names.split(' ')[0] ?? ''}`}
                    title={names}
                    tabIndex={place === 0 ? 0 : -1}
                    onClick={() => {
                      close()
                      onPick(sign)
                    }}
                  >
                    {sign}
                  </button>
                ))}
                {found.length === 0 && <p>{say('noEmoji')}</p>}
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
