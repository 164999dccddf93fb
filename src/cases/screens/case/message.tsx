import { lazy, Suspense, useMemo, useState } from 'react'
import { IconButton } from '#ui/button'
import { Skeleton } from '#ui/loading'
import { Menu, type Choice } from '#ui/menu'
import { Message } from '#ui/timeline'
import { useWords } from '#ui/words'
import type { Case, Conversation, Interaction } from '../../contract.ts'
import { channelIcon } from '../lists/line.tsx'
import { Attachments } from './attachments.tsx'
import { AuthenticationBadge, AuthenticationWords, BounceWords } from './marks.tsx'
import { FilledIn } from './filled-in.tsx'
import { words } from './message-words.ts'
import { doorOf, isThere, Travelled } from './travelled.tsx'
import { SendBadge, SendWords } from './sending.tsx'
import { SpokenText } from './spoken-text.tsx'
import { WhoSays, WhoSaysWords } from './who-says.tsx'

const HtmlFrame = lazy(async () => ({ default: (await import('#ui/html-frame')).HtmlFrame })) // brings what cleans HTML a second time

type View = 'new' | 'whole' | 'formatted'
type Showing = { found: Case; interaction: Interaction; way: Conversation; onReply: (() => void) | null }

/** Something said by the customer or by us: what is new in it; the rest is one click away. */
export function Said({ found, interaction, way, onReply }: Showing) {
  const say = useWords(words)
  const [view, setView] = useState<View>('new')
  const [explained, setExplained] = useState(false)
  const inward = interaction.direction === 'in'
  const from = sender(interaction, { nobody: say('unknownSender'), us: say('us'), customer: found.customer })
  return (
    <Message
      id={`said-${interaction.id}`}
      direction={interaction.direction}
      from={from}
      at={interaction.at}
      channel={channelIcon(doorOf(interaction, way))}
      state={
        inward ? (
          <>
            <AuthenticationBadge interaction={interaction} open={explained} onToggle={() => setExplained(!explained)} />
            <WhoSays {...interaction} />
          </>
        ) : (
          <SendBadge interaction={interaction} instant={isThere(interaction, way)} />
        )
      }
      about={<Travelled found={found} interaction={interaction} way={way} />}
      actions={<More interaction={interaction} view={view} onView={setView} onReply={onReply} />}
      foot={interaction.attachments.length > 0 && <Attachments of={interaction} formatted={view === 'formatted'} />}
    >
      {isSaidFirst(interaction, way) && <WhoSaysWords {...interaction} />}
      {explained && <AuthenticationWords interaction={interaction} />}
      {interaction.marks.truncated && (
        <p className="cases-sent-words">{say('truncated', { what: interaction.marks.truncated.join(', ') })}</p>
      )}
      <Body interaction={interaction} view={view} />
      <Folds interaction={interaction} view={view} onView={setView} />
      <BounceWords interaction={interaction} />
      {!inward && <SendWords caseId={found.id} interaction={interaction} instant={isThere(interaction, way)} />}
    </Message>
  )
}

/** What somebody says of themselves stands with the first message that says it. */
export const isSaidFirst = ({ id, marks }: Interaction, { interactions }: Conversation): boolean =>
  interactions.find((each) => JSON.stringify(each.marks.said) === JSON.stringify(marks.said))?.id === id

type Otherwise = { nobody: string; us: string; customer: Case['customer'] }

/** Who speaks. The customer keeps the face they have in the lists. */
export function sender({ author, from, direction }: Interaction, otherwise: Otherwise) {
  if (author) return { id: author.id, name: author.name }
  if (direction === 'in' && otherwise.customer && otherwise.customer.name === from.name) return otherwise.customer
  return { name: from.name || from.address || (direction === 'out' ? otherwise.us : otherwise.nobody) }
}

export function Body({ interaction, view }: { interaction: Interaction; view: View }) {
  const say = useWords(words)
  const { html, attachments } = interaction
  const pictured = useMemo(
    () => (view === 'formatted' && html !== null ? withPictures(html, attachments) : null),
    [view, html, attachments],
  )
  if (pictured !== null)
    return (
      <Suspense fallback={<Skeleton lines={4} />}>
        <HtmlFrame html={pictured} />
      </Suspense>
    )
  if (view === 'new' && interaction.marks.fields?.length) return <FilledIn fields={interaction.marks.fields} />
  const text = view === 'whole' ? interaction.text : interaction.visible_text || interaction.text
  return text.trim() === '' ? (
    <p className="cases-quiet">{say('noText')}</p>
  ) : (
    <div className="cases-text">
      <SpokenText text={text.trim()} />
    </div>
  )
}

// Pictures inside the mail are attachments of ours; "cid:" says which (RFC 2392).
function withPictures(html: string, attachments: Interaction['attachments']): string {
  return html.replace(/cid:([^"'>\s)]+)/gi, (whole, cid: string) => {
    const found = attachments.find(({ content_id }) => content_id !== null && content_id.replace(/^<|>$/g, '') === decode(cid))
    return found ? `/api/v1/attachments/${found.id}?show` : whole
  })
}

function decode(cid: string): string {
  try {
    return decodeURIComponent(cid)
  } catch {
    return cid // a stray % is the sender's, not ours to mend
  }
}

function Folds({ interaction, view, onView }: { interaction: Interaction; view: View; onView: (view: View) => void }) {
  const say = useWords(words)
  const quoted = interaction.text.trim().length > interaction.visible_text.trim().length && interaction.visible_text.trim() !== ''
  const choices: { to: View; label: string }[] = [
    ...(quoted && view !== 'whole' ? [{ to: 'whole', label: say('showWhole') } as const] : []),
    ...(view === 'whole' ? [{ to: 'new', label: say('showNew') } as const] : []),
    ...(interaction.html !== null && view !== 'formatted' ? [{ to: 'formatted', label: say('showFormatted') } as const] : []),
    ...(view === 'formatted' ? [{ to: 'new', label: say('showText') } as const] : []),
  ]
  if (choices.length === 0) return null
  return (
    <div className="cases-folds">
      {choices.map(({ to, label }) => (
        <button key={to} type="button" onClick={() => onView(to)}>
          {label}
        </button>
      ))}
    </div>
  )
}

type Menuing = { interaction: Interaction; view: View; onView: (view: View) => void; onReply: (() => void) | null }

function More({ interaction, view, onView, onReply }: Menuing) {
  const say = useWords(words)
  const choices: Choice[] = [
    ...(onReply ? [{ id: 'reply', label: say('replyTo'), icon: 'reply', run: onReply } as const] : []),
    { id: 'whole', label: say('showWhole'), icon: 'letter', chosen: view === 'whole', run: () => onView('whole') },
    ...(interaction.html !== null
      ? [
          {
            id: 'formatted',
            label: say('showFormatted'),
            icon: 'image',
            chosen: view === 'formatted',
            run: () => onView('formatted'),
          } as const,
        ]
      : []),
    ...(interaction.has_original
      ? [{ id: 'original', label: say('original'), icon: 'download', run: () => download(interaction) } as const]
      : []),
  ]
  return <Menu label={say('more')} trigger={<IconButton icon="more" size="small" label={say('more')} />} groups={[{ choices }]} />
}

function download({ id }: Interaction): void {
  const link = document.createElement('a')
  link.href = `/api/v1/interactions/${id}/original`
  link.download = `${id}.eml`
  link.click()
}
