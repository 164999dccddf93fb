import { lazy, Suspense, useState, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { UploadId } from '#cases/contract'
import { IconButton } from '#ui/button'
import type { Brought } from '#ui/bring-file'
import { keepDraft, readDraft, useDraft } from '#ui/drafts'
import { useFileCatch } from '#ui/file-catch'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { LONGEST_CHAT_TEXT, type OpenChat } from '../../../contract.ts'
import { isDraft, NO_DRAFT, subjectOf, type ChatDraft } from './draft.ts'
import { EmojiBoard } from './emoji-board.tsx'
import { AttachButton, FilesComing, useBringing } from './files.tsx'
import { post } from './outbox.ts'
import { put as putIn, soughtAt, type Sought } from './slash.ts'
import { Suggestions, useSuggestions } from './suggestions.tsx'
import { unfilled } from './template-text.ts'
import { words } from './writing-words.ts'

const PromiseSeen = lazy(async () => ({ default: (await import('#commitments/screens')).PromiseSeen }))

type Writing = { chat: OpenChat; name: string; field: RefObject<HTMLTextAreaElement | null>; sayTyping: () => void }

/** Where one writes to the visitor: Enter sends, "/" finds a template, ":" an emoji. Nothing typed is ever lost. */
export function Composer({ chat, name, field, sayTyping }: Writing) {
  const say = useWords(words)
  const { draft, change, drop } = useWritten(chat.conversation_id, sayTyping)
  const onFile = ({ id, ...file }: Brought) => change((now) => ({ files: [...now.files, { ...file, id: id as UploadId }] })) // an upload by its id
  const bringing = useBringing(chat.case_id, draft.files, onFile)
  const { over, catching } = useFileCatch(bringing.bring)
  const [sought, setSought] = useState<Sought | null>(null)
  const put = (at: Pick<Sought, 'from' | 'to'>, chosen: string) => {
    const { text, caret } = putIn(field.current?.value ?? draft.text, at, chosen)
    flushSync(() => change(() => ({ text })))
    field.current?.setSelectionRange(caret, caret) // at once: whoever writes on may be faster than the next picture
    setSought(chosen === '/' ? soughtAt(text, caret) : null)
    requestAnimationFrame(() => field.current?.focus())
  }
  const insert = (sign: string) => put({ from: field.current?.selectionStart ?? 0, to: field.current?.selectionEnd ?? 0 }, sign)
  const found = useSuggestions(sought, chat)
  const [sent, setSent] = useState('')
  const onSent = () => {
    setSent(draft.text) // a chat leaves too fast to note before what it promises
    drop()
  }
  const sendIt = useSending({ chat, coming: bringing.coming.length, onSent, field })
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (sought && found.press(event, (chosen) => put(sought, chosen))) return
    if (event.key === 'Escape') {
      event.preventDefault()
      if (sought) setSought(null)
      else field.current?.blur()
    }
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || isTouch()) return
    event.preventDefault()
    setSought(null)
    sendIt()
  }
  const look = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
    setSought(selectionStart === selectionEnd ? soughtAt(value, selectionStart) : null)
  return (
    <div className="chats-composer" data-over={over || undefined} {...catching}>
      {sought && <Suggestions found={found} kind={sought.kind} onChoose={(chosen) => put(sought, chosen)} />}
      <Suspense>
        <PromiseSeen found={{ id: chat.case_id }} text={draft.text.trim() === '' ? sent : draft.text} />
      </Suspense>
      <FilesComing
        files={draft.files}
        coming={bringing.coming}
        onRemove={(gone) => change((now) => ({ files: now.files.filter(({ id }) => id !== gone) }))}
      />
      <div className="chats-composer-box">
        <textarea
          ref={field}
          rows={1}
          aria-label={say('body')}
          placeholder={say(isNarrow() ? 'placeholderNarrow' : 'placeholder', { name })}
          value={draft.text}
          onChange={({ target }) => {
            change(() => ({ text: target.value }))
            look(target)
          }}
          onSelect={({ currentTarget }) => look(currentTarget)}
          onKeyDown={press}
          onBlur={() => setSought(null)}
          {...found.owns(sought !== null)}
        />
        <div className="chats-composer-foot">
          <AttachButton onFiles={bringing.bring} />
          <EmojiBoard onPick={insert} />
          <IconButton icon="letter" size="small" label={say('templates')} keys="/" onPress={() => insert('/')} />
          <small className="chats-composer-hint">{say('enterHint')}</small>
          <IconButton icon="send" tone="primary" label={say('send')} keys="⏎" onPress={sendIt} />
        </div>
      </div>
      {over && <div className="chats-drop">{say('dropHere')}</div>}
    </div>
  )
}

function useWritten(conversation: string, sayTyping: () => void) {
  const { value: draft, drop } = useDraft(subjectOf(conversation), NO_DRAFT, isDraft)
  const change = (how: (now: ChatDraft) => Partial<ChatDraft>) => {
    const now = written(conversation) // as it is this moment: a file that arrives while one types loses nothing
    const part = how(now)
    keepDraft(subjectOf(conversation), { ...now, ...part })
    if (part.text !== undefined) sayTyping()
  }
  return { draft, change, drop }
}

const written = (conversation: string): ChatDraft => {
  const kept = readDraft(subjectOf(conversation))?.value
  return isDraft(kept) ? kept : NO_DRAFT
}

type Sending = { chat: OpenChat; coming: number; onSent: () => void; field: RefObject<HTMLTextAreaElement | null> }

function useSending({ chat: { conversation_id: conversation, case_id }, coming, onSent, field }: Sending): () => void {
  const say = useWords(words)
  return () => {
    const { text, files } = written(conversation)
    const fault = faultOf({ text, files }, coming > 0)
    if (fault === 'empty') return
    if (fault === null) {
      post({ conversation, case_id, text: text.trim(), files })
      onSent()
      field.current?.focus()
      return
    }
    const why =
      fault === 'uploading' ? say('stillUploading')
      : fault === 'long' ? say('tooLong', { count: text.length, limit: LONGEST_CHAT_TEXT })
      : say('missing', { names: fault.join(', ') }) // prettier-ignore
    toast({ text: why, tone: 'danger', seconds: 8 })
  }
}

type Fault = 'empty' | 'uploading' | 'long' | readonly string[] | null

function faultOf({ text, files }: ChatDraft, uploading: boolean): Fault {
  if (uploading) return 'uploading'
  if (text.trim() === '' && files.length === 0) return 'empty'
  if (text.length > LONGEST_CHAT_TEXT) return 'long'
  const names = unfilled(text)
  return names.length > 0 ? names : null
}

// Where there is no Shift key under the other hand, Enter starts a new line and the button sends.
const isTouch = (): boolean => matchMedia('(pointer: coarse) and (hover: none)').matches
const isNarrow = (): boolean => matchMedia('(max-width: 48rem)').matches
