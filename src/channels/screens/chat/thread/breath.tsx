import { ButtonLink } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { FileChip } from '#ui/drop'
import { Icon } from '#ui/icon'
import { Linked } from '#ui/linked'
import { Avatar } from '#ui/person'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { useState } from 'react'
import type { Attachment, CaseId } from '#cases/contract'
import type { Line } from './lines.ts'
import { NotGone } from './not-gone.tsx'
import type { Breath } from './story.ts'
import { words } from './thread-words.ts'

type Saying = { breath: Breath; name: string; seenId: string | null; firstNew: string | null; caseId: CaseId }

/** What one side says in one breath: a face, a name, and the lines under it. What the house says is small. */
export function BreathSaid({ breath, name, seenId, firstNew, caseId }: Saying) {
  const say = useWords(words)
  if (breath.from === 'house') return breath.lines.map((line) => <HouseLine key={line.id} line={line} />)
  const who = breath.from === 'visitor' ? name : (breath.by?.name ?? say('us'))
  return (
    <>
      {breath.lines.some(({ id }) => id === firstNew) && (
        <p className="chats-new-mark">
          <span>{say('unreadFrom')}</span>
        </p>
      )}
      <article className="chats-breath" data-from={breath.from}>
        {breath.from === 'agent' && <Avatar person={{ name: who, ...(breath.by ? { id: breath.by.id } : {}) }} size={28} />}
        <div className="chats-breath-said">
          <header>
            <h3>{who}</h3>
            <Time at={breath.at} as="hour" />
          </header>
          {breath.lines.map((line) => (
            <Bubble key={line.id} line={line} seen={line.id === seenId} caseId={caseId} />
          ))}
        </div>
      </article>
    </>
  )
}

function HouseLine({ line }: { line: Line }) {
  return (
    <p className="chats-house">
      <span>{line.text}</span> <Time at={line.at} as="hour" />
    </p>
  )
}

function Bubble({ line, seen, caseId }: { line: Line; seen: boolean; caseId: CaseId }) {
  const say = useWords(words)
  return (
    <div className="chats-line" data-line={line.seq ?? undefined}>
      {line.text !== '' && (
        <p className="chats-bubble">
          <Linked text={line.text} />
        </p>
      )}
      {line.files.length > 0 && (
        <div className="chats-files">
          {line.files.map((file) => (
            <Held key={file.id} file={file} />
          ))}
        </div>
      )}
      {(line.by_mail || seen) && (
        <small className="chats-marks">
          {line.by_mail && (
            <span>
              <Icon name="mail" size={14} /> {say('byMail')}
            </span>
          )}
          {seen && (
            <span title={say('seenAt')}>
              <Icon name="check" size={14} /> {say('seen')}
            </span>
          )}
        </small>
      )}
      <NotGone line={line} caseId={caseId} />
    </div>
  )
}

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const MOST_PREVIEWED = 12_000_000 // bytes

function Held({ file }: { file: Attachment }) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  const address = `/api/v1/attachments/${file.id}`
  const name = file.name || say('file', { name: file.type.split('/').at(-1) ?? '' })
  if (!PICTURES.has(file.type) || file.size > MOST_PREVIEWED) return <FileChip name={name} bytes={file.size} href={address} />
  return (
    <>
      <button type="button" className="chats-picture" aria-label={say('picture', { name })} onClick={() => setOpen(true)}>
        <img src={`${address}?show`} alt="" loading="lazy" decoding="async" />
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={name}
        size="wide"
        foot={
          <ButtonLink icon="download" href={address} download={name}>
            {say('download')}
          </ButtonLink>
        }
      >
        <img className="chats-picture-whole" src={`${address}?show`} alt={name} />
      </Dialog>
    </>
  )
}
