/** @jsxImportSource preact */
// Where the visitor writes. On a keyboard Enter sends; under a thumb it begins a new line, for there is no Shift there.
import { alive } from '../alive.ts'
import type { Chat } from '../chat.ts'
import { sayWritten, typing } from '../speak.ts'
import { speaking } from '../words/speak.ts'
import { keepText, tooLong } from './draft-text.ts'
import { emoji, files } from './extras.ts'
import { later } from './later.tsx'
import { Sign } from './sign.tsx'

const TALLEST_PIXELS = 140
const isThumb = (): boolean => matchMedia('(pointer: coarse)').matches

const Drafts = later(files, (module) => module.Drafts)
const EmojiPicker = later(emoji, (module) => module.EmojiPicker)

type Taking = { chat: Chat; take: (files: readonly File[]) => void; refused: readonly string[] }

export const Composer = alive<Taking, { isPicking: boolean }>({
  first: () => ({ isPicking: false }),
  drawn: (element) => {
    const area = areaOf(element)
    if (CSS.supports('field-sizing', 'content') || area.scrollHeight === 0) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, TALLEST_PIXELS)}px`
  },
  view: ({ chat, take, refused }, { isPicking, set, root }) => {
    const { language, drafts } = chat.state
    const { text } = chat
    const say = speaking(language)
    const wrong = tooLong(chat, text)
    const isReady = (text.trim() !== '' || drafts.length > 0) && !wrong && drafts.every(({ failed }) => failed === undefined)
    const write = (next: string): void => {
      keepText(chat, next)
      set({})
    }
    const send = (): void => {
      if (!isReady) return
      sayWritten(chat)
      take([]) // what was refused has been read
      set({ isPicking: false })
    }
    return (
      <form
        ref={root}
        class="composer"
        onSubmit={(event) => {
          event.preventDefault()
          send()
          areaOf(event.currentTarget).focus()
        }}
      >
        {[...refused, ...(wrong ? [wrong] : [])].map((each) => (
          <p key={each} class="wrong" role="alert">
            {each}
          </p>
        ))}
        {drafts.length > 0 && <Drafts chat={chat} />}
        {isPicking && (
          <EmojiPicker
            chat={chat}
            choose={(sign) => insert(areaIn(chat), sign, write)}
            close={() => {
              set({ isPicking: false })
              areaIn(chat).focus()
            }}
          />
        )}
        <textarea
          rows={1}
          value={text}
          placeholder={say('write')}
          aria-label={say('write')}
          enterkeyhint={isThumb() ? 'enter' : 'send'}
          onInput={({ currentTarget }) => {
            write(currentTarget.value)
            typing(chat, currentTarget.value !== '')
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || isThumb()) return
            event.preventDefault()
            send()
          }}
          onPaste={(event) => {
            const pasted = [...(event.clipboardData?.files ?? [])]
            if (pasted.length === 0) return
            event.preventDefault()
            take(pasted)
          }}
        />
        <div class="tools">
          <AttachButton label={say('attach')} take={take} />
          <button
            type="button"
            class="tool"
            aria-label={say('emoji')}
            aria-expanded={isPicking}
            onClick={() => set({ isPicking: !isPicking })}
          >
            <Sign name="smile" />
          </button>
          <button type="submit" class="send" aria-label={say('send')} aria-disabled={!isReady}>
            <Sign name="send" />
          </button>
        </div>
      </form>
    )
  },
})

const AttachButton = ({ label, take }: { label: string; take: Taking['take'] }) => (
  <>
    <input
      type="file"
      multiple
      hidden
      onChange={({ currentTarget }) => {
        take([...(currentTarget.files ?? [])])
        currentTarget.value = ''
      }}
    />
    <button
      type="button"
      class="tool"
      aria-label={label}
      onClick={({ currentTarget }) => {
        const chooser = currentTarget.previousElementSibling
        if (chooser instanceof HTMLInputElement) chooser.click()
      }}
    >
      <Sign name="clip" />
    </button>
  </>
)

const areaOf = (element: HTMLElement): HTMLTextAreaElement => element.querySelector('textarea')! // the view above has one
const areaIn = ({ root }: Chat): HTMLTextAreaElement => root.querySelector<HTMLTextAreaElement>('.composer textarea')! // as long as the composer stands

function insert(area: HTMLTextAreaElement, sign: string, write: (text: string) => void): void {
  const { value, selectionStart, selectionEnd } = area
  write(value.slice(0, selectionStart) + sign + value.slice(selectionEnd))
  setTimeout(() => area.setSelectionRange(selectionStart + sign.length, selectionStart + sign.length))
}
