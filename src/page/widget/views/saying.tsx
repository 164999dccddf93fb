/** @jsxImportSource preact */
// One message: its words, its files, its hour, and how far it has come. Nothing the wire brings is ever markup.
import { alive } from '../alive.ts'
import type { Chat } from '../chat.ts'
import { exactIn, hourIn, sizeIn } from '../moments.ts'
import { download, isPicture, picturesOf } from '../pictures.ts'
import type { FileNote } from '../rules/conversation.ts'
import { pieces } from '../rules/pieces.ts'
import type { Said } from '../rules/stretches.ts'
import { speaking } from '../words/speak.ts'
import { Sign } from './sign.tsx'
import { Mend } from './strip.tsx'

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

const FileOf = alive<{ file: FileNote; chat: Chat }, { address: string | null; isLost: boolean }>({
  first: () => ({ address: null, isLost: false }),
  mounted: (_, { file, chat }, { set }) => {
    if (isPicture(file))
      picturesOf(chat)
        .open(file.id)
        .then(
          (address) => set({ address }),
          () => {},
        ) // without it there is still its name
  },
  view: ({ file, chat }, { address, isLost, set, root }) => {
    const { language } = chat.state
    const say = speaking(language)
    const fetchIt = (): void => {
      set({ isLost: false })
      picturesOf(chat)
        .open(file.id)
        .then(
          (found) => download(found, file.name),
          () => set({ isLost: true }),
        )
    }
    return (
      <div class="holding" ref={root}>
        <button type="button" class={address ? 'picture' : 'file'} onClick={fetchIt}>
          {address ? (
            <img
              src={address}
              alt={`${say('picture', { name: file.name })} · ${say('download')}`}
              onError={() => set({ address: null })}
            />
          ) : (
            <>
              <Sign name="file" />
              <span class="unseen">{say('download')} </span>
              <span class="name">{file.name}</span>
              <span class="size">{sizeIn(file.size, language)}</span>
            </>
          )}
        </button>
        {isLost && (
          <p class="failed" role="alert">
            {say('downloadFailed')}
          </p>
        )}
      </div>
    )
  },
})
