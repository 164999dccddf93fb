/** @jsxImportSource preact */
// Files beside the message being written: on their way, there, or refused.
import { attachAgain, detach } from '../attach.ts'
import type { Chat, Draft } from '../chat.ts'
import { speaking } from '../words/speak.ts'
import { FileSign } from './file-sign.tsx'
import { Sign } from './sign.tsx'

export function Drafts({ chat }: { chat: Chat }) {
  return (
    <ul class="drafts">
      {chat.state.drafts.map((draft) => (
        <DraftOf key={draft.key} draft={draft} chat={chat} />
      ))}
    </ul>
  )
}

function DraftOf({ draft, chat }: { draft: Draft; chat: Chat }) {
  const { language } = chat.state
  const say = speaking(language)
  const { file, share, note, failed } = draft
  const percent = Math.round(share * 100)
  return (
    <li>
      <FileSign />
      <span class="name">{file.name}</span>
      {note === null && failed === undefined && (
        <progress max={100} value={percent} aria-label={say('uploading', { name: file.name, percent })} />
      )}
      <button type="button" class="tool" aria-label={say('remove', { name: file.name })} onClick={() => detach(chat, draft.key)}>
        <Sign name="cross" />
      </button>
      {failed !== undefined && (
        <p class="wrong" role="alert">
          {failed?.[language] ?? say('uploadFailed')}{' '}
          {failed === null && (
            <button type="button" class="link" onClick={() => attachAgain(chat, draft)}>
              {say('retry')}
            </button>
          )}
        </p>
      )}
    </li>
  )
}
