/** @jsxImportSource preact */
// A small choice of emoji: by kind, by name, by arrow keys.
import { alive } from '../alive.ts'
import { emojiOf, findEmoji, kinds, type Emoji } from '../emoji.ts'
import type { Chat } from '../chat.ts'
import { speaking } from '../words/speak.ts'

export { emojiWords as words } from '../words/emoji-words.ts'
export { default as sheet } from '../style/emoji.css?inline'

const COLUMNS = 8
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }

type Picking = { chat: Chat; choose: (sign: string) => void; close: () => void }

export const EmojiPicker = alive<Picking, { wanted: string }>({
  first: () => ({ wanted: '' }),
  mounted: (element) => element.querySelector('input')?.focus(),
  view: (
    {
      chat: {
        state: { language },
      },
      choose,
      close,
    },
    { wanted, set, root },
  ) => {
    const say = speaking(language)
    const found = wanted.trim() === '' ? null : findEmoji(wanted)
    const groups: [title: string, emoji: Emoji[]][] = found
      ? [['', found]]
      : kinds.map((kind) => [say(`emoji_${kind}`), emojiOf(kind)])
    return (
      <div
        ref={root}
        class="emoji"
        role="group"
        aria-label={say('emoji')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return step(event, event.currentTarget)
          event.preventDefault()
          close()
        }}
      >
        <input
          type="search"
          value={wanted}
          placeholder={say('emojiSearch')}
          aria-label={say('emojiSearch')}
          onInput={({ currentTarget }) => set({ wanted: currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault() // the message is not sent from here
            if (found?.[0]) choose(found[0].sign)
          }}
        />
        <div class="kinds">
          {found?.length === 0 && <p class="small">{say('emojiNone')}</p>}
          {groups.map(([title, emoji], group) => (
            <div key={title}>
              {title && <p class="small">{title}</p>}
              <div class="grid">
                {emoji.map((each, place) => (
                  <button
                    key={each.sign}
                    type="button"
                    tabIndex={group === 0 && place === 0 ? 0 : -1}
                    aria-label={each[language]}
                    title={each[language]}
                    onClick={() => choose(each.sign)}
                  >
                    {each.sign}
                  </button>
                ))}
              </div>
            </div>
          ))}
        </div>
      </div>
    )
  },
})

function step(event: KeyboardEvent, box: HTMLElement): void {
  const by = STEPS[event.key]
  const all = [...box.querySelectorAll('button')]
  const at = all.findIndex((each) => each === event.target) // -1 from the search field
  if (by === undefined || (at < 0 && event.key !== 'ArrowDown')) return
  event.preventDefault()
  all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]?.focus()
}
