import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { UploadId } from '#cases/contract'
import { IconButton } from '#ui/button'
import { useDraft } from '#ui/drafts'
import { useFileCatch } from '#ui/file-catch'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { LONGEST_CHAT_TEXT, type OpenChat } from '../../../contract.ts'
import { isDraft, NO_DRAFT, subjectOf, type ChatDraft } from './draft.ts'
import { EmojiBoard } from './emoji-board.tsx'
import { AttachButton, FilesComing, useBringing } from './files.tsx'
import { post } from './outbox.ts'
import { put, soughtAt, type Sought } from './slash.ts'
import { Suggestions, useSuggestions } from './suggestions.tsx'
import { unfilled } from './template-text.ts'
import { words } from './writing-words.ts'

type Writing = { chat: OpenChat; name: string; field: RefObject<HTMLTextAreaElement | null>; sayTyping: () => void }

/** Where one writes to the visitor: Enter sends, "/" finds a template, ":" an emoji. Nothing typed is ever lost. */
export function Composer({ chat, name, field, sayTyping }: Writing) {
  const say = useWords(words)
  const { conversation_id: conversation, case_id } = chat
  const draft = useDraft(subjectOf(conversation), NO_DRAFT, isDraft)
  const latest = useRef(draft.value)
  latest.current = draft.value
  const change = (part: Partial<ChatDraft>) => {
    draft.keep({ ...latest.current, ...part })
    latest.current = { ...latest.current, ...part } // a file that arrives while one types must not lose either
    if (part.text !== undefined) sayTyping()
  }
  const bringing = useBringing(case_id, draft.value.files, (file) =>
    change({ files: [...latest.current.files, { ...file, id: file.id as UploadId }] }),
  ) // prettier-ignore -- an upload's id
  const { over, catching } = useFileCatch(bringing.bring)
  const [sought, setSought] = useState<Sought | null>(null)
  const write = (text: string, caret: number) => {
    change({ text })
    setSought(null)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(caret, caret)
    })
  }
  const choose = (chosen: string) => {
    if (!sought) return
    const { text, caret } = put(draft.value.text, sought, chosen)
    write(text, caret)
  }
  const insert = (sign: string) => {
    const at = field.current?.selectionStart ?? draft.value.text.length
    const { text, caret } = put(draft.value.text, { from: at, to: field.current?.selectionEnd ?? at }, sign)
    write(text, caret)
  }
  const found = useSuggestions(sought, chat)
  const sendIt = () => {
    const fault = faultOf(latest.current, bringing.coming.length > 0)
    if (fault === 'empty') return
    if (fault === 'uploading') return void toast({ text: say('stillUploading'), tone: 'danger' })
    if (fault === 'long') return void toast({ text: say('tooLong', { count: latest.current.text.length, limit: LONGEST_CHAT_TEXT }), tone: 'danger' }) // prettier-ignore
    if (fault) return void toast({ text: say('missing', { names: fault.join(', ') }), tone: 'danger', seconds: 8 })
    post({ conversation, case_id, text: latest.current.text.trim(), files: latest.current.files })
    draft.drop()
    setSought(null)
    field.current?.focus()
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (sought && found.press(event, choose)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      if (sought) setSought(null)
      else field.current?.blur()
    }
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || isTouch()) return
    event.preventDefault()
    sendIt()
  }
  const look = () => {
    const at = field.current
    setSought(at && at.selectionStart === at.selectionEnd ? soughtAt(at.value, at.selectionStart) : null)
  }
  return (
    <div className="chats-composer" data-over={over || undefined} {...catching}>
      {sought && <Suggestions found={found} kind={sought.kind} onChoose={choose} />}
      <FilesComing
        files={draft.value.files}
        coming={bringing.coming}
        onRemove={(gone) => change({ files: draft.value.files.filter(({ id }) => id !== gone) })}
      />
      <div className="chats-composer-box">
        <textarea
          ref={field}
          rows={1}
          aria-label={say('body')}
          placeholder={say('placeholder', { name })}
          aria-keyshortcuts="Enter"
          value={draft.value.text}
          onChange={(event) => {
            change({ text: event.target.value })
            look()
          }}
          onSelect={look}
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
