/** @jsxImportSource preact */
// One message: its words, its files, its hour, and how far it has come. Nothing the wire brings is ever markup.
import type { Chat } from '../chat.ts'
import { exactIn, hourIn } from '../moments.ts'
import { pieces } from '../rules/pieces.ts'
import type { Said } from '../rules/stretches.ts'
import { speaking } from '../words/speak.ts'
import { files as filesExtra } from './extras.ts'
import { later } from './later.tsx'
import { Mend } from './strip.tsx'

const FileOf = later(filesExtra, (module) => module.FileOf)

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}[\u{fe0f}\u{200d}\p{Emoji_Modifier}]*){1,3}$/u

type Shown = { said: Said; chat: Chat; isLast: boolean; isLastOfMine: boolean }

export function Saying({ said, chat, isLast, isLastOfMine }: Shown) {
  const { language } = chat.state
  const { text, files, pending, at } = said
  const isWaiting = pending !== null
  return (
    <div class={isWaiting ? 'saying pending' : 'saying'}>
      {text !== '' && <Words text={text} newTab={speaking(language)('newTab')} />}
      {files.map((file) => (
        <FileOf key={file.id} file={file} chat={chat} />
      ))}
      {(isLast || isWaiting || isLastOfMine) && (
        <p class="meta">
          {said.from !== 'house' && (
            <time dateTime={at} title={exactIn(at, language)}>
              {hourIn(at, language)}
            </time>
          )}
          <Progress said={said} chat={chat} isLastOfMine={isLastOfMine} />
        </p>
      )}
      {pending?.refused && (
        <p class="failed" role="alert">
          {pending.refused[language]} <Mend chat={chat} id={pending.id} say={speaking(language)} />
        </p>
      )}
    </div>
  )
}

function Progress({ said, chat, isLastOfMine }: Omit<Shown, 'isLast'>) {
  const { language, line, conversation } = chat.state
  const say = speaking(language)
  const mail = said.by_mail ? ` · ${say('byMail')}` : ''
  if (said.from !== 'visitor') return <>{mail}</>
  if (said.pending) return <> · {say(said.pending.refused ? 'notSent' : line === 'open' ? 'sending' : 'waiting')}</>
  const state = isLastOfMine ? ` · ${say((said.seq ?? 0) <= conversation.readByUs ? 'read' : 'sent')}` : ''
  return <>{mail + state}</>
}

function Words({ text, newTab }: { text: string; newTab: string }) {
  return (
    <p class={ONLY_EMOJI.test(text) ? 'words big' : 'words'}>
      {pieces(text).map((piece, place) =>
        piece.to === null ? (
          piece.text
        ) : (
          <a key={place} href={piece.to} target="_blank" rel="noopener noreferrer nofollow">
            {piece.text}
            <span class="unseen"> {newTab}</span>
          </a>
        ),
      )}
    </p>
  )
}
