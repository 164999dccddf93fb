import { useEffect, useRef, useState, type FormEvent } from 'react'
import { deleteReply, getCase, type Case } from '#cases/contract'
import { MomentField } from '#commitments/screens'
import { Button } from '#ui/button'
import { Checkbox, Segments } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextArea } from '#ui/field'
import { Notice, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { refetch, useAsk, useSend } from '#ui/query'
import { send } from '#ui/api'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  countQuiet,
  getCaseClocks,
  getHoldingDraft,
  listSilent,
  postHolding,
  type HoldingDraft,
  type Language,
  type Tone,
} from '../contract.ts'
import { When } from './when.tsx'
import { words } from './words.ts'
import './clocks.css'

const UNDO_SECONDS = 6
type Style = { tone?: Tone; language?: Language; next_at?: string }

/** Says that nobody is forgotten, in the right style: read it over and press Enter. */
export function HoldDialog({ found, onClose }: { found: Case; onClose: () => void }) {
  const say = useWords(words)
  const [style, setStyle] = useState<Style>({})
  const draft = useAsk(getHoldingDraft, { case: found.id, ...style }, { keepPrevious: true, staleSeconds: 0 })
  const name = found.customer?.name ?? draft.data?.to ?? ''
  if (draft.data) return <Held found={found} draft={draft.data} onClose={onClose} onStyle={(more) => setStyle({ ...style, ...more })} /> // prettier-ignore
  return (
    <Dialog open onClose={onClose} title={say('holdTitle', { name })}>
      {draft.isError ? <Failure error={draft.error} onRetry={() => void draft.refetch()} /> : <Skeleton lines={6} />}
    </Dialog>
  )
}

type Holding = { found: Case; draft: HoldingDraft; onClose: () => void; onStyle: (style: Style) => void }

function Held({ found, draft, onClose, onStyle }: Holding) {
  const say = useWords(words)
  const [written, setWritten] = useState({ of: draft.text, text: draft.text })
  const text = written.of === draft.text ? written.text : draft.text // another style is written anew
  const setText = (next: string): void => setWritten({ of: draft.text, text: next })
  const [promised, setPromised] = useState(true)
  const post = useHold(found, onClose)
  const tooLong = draft.limit !== null && text.length > draft.limit
  const go = (): void => {
    if (text.trim() === '' || tooLong || post.isPending) return
    const what = words[draft.language].promiseWhat // the customer reads it on their page
    post.mutate({
      case: found.id, text: text.trim(), undo_seconds: UNDO_SECONDS, promise: promised ? { what, at: draft.next_at } : null,
      ...(draft.conversation ? { conversation: draft.conversation } : {}),
    }) // prettier-ignore
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    go()
  }
  return (
    <Dialog open onClose={onClose} title={say('holdTitle', { name: found.customer?.name ?? draft.to })} foot={<Foot busy={post.isPending} isDisabled={text.trim() === '' || tooLong} onClose={onClose} />}>
      <form id="clocks-hold" onSubmit={submit} onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && go()}>
        <Stack>
          <p className="clocks-lead">{say('holdLead')}</p>
          {draft.waits_for.length > 0 && <Notice icon="clock">{say('waitsFor', { what: draft.waits_for.join(', ') })}</Notice>}
          <TextArea label={say('holdText')} rows={9} value={text} onChange={setText} hint={say(draft.length === 'mail' ? 'holdHint' : 'holdPlain')} error={tooLong ? say('left', { count: text.length, limit: draft.limit ?? 0 }) : undefined} />
          <Styles draft={draft} onStyle={onStyle} />
          <Next found={found} draft={draft} promised={promised} onPromised={setPromised} onStyle={onStyle} />
        </Stack>
      </form>
    </Dialog>
  )
} // prettier-ignore

// The button has the focus: H, then Enter.
function Foot({ busy, isDisabled, onClose }: { busy: boolean; isDisabled: boolean; onClose: () => void }) {
  const say = useWords(words)
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => place.current?.querySelector('button')?.focus(), 30) // after the sheet has taken the focus to its head
    return () => clearTimeout(timer)
  }, [])
  return (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <span ref={place}>
        <Button type="submit" form="clocks-hold" tone="primary" icon="send" keys="⏎" isDisabled={isDisabled} busy={busy}>
          {say('send')}
        </Button>
      </span>
    </>
  )
}

function Styles({ draft, onStyle }: { draft: HoldingDraft; onStyle: (style: Style) => void }) {
  const say = useWords(words)
  return (
    <div className="clocks-styles">
      <Segments label={say('tone')} options={[{ id: 'formal', label: say('formal') }, { id: 'simple', label: say('simple') }]} value={draft.tone} onChange={(tone) => onStyle({ tone })} />
      <Segments label={say('language')} options={[{ id: 'fr', label: say('french') }, { id: 'en', label: say('english') }]} value={draft.language} onChange={(language) => onStyle({ language })} />
    </div>
  )
} // prettier-ignore

type Nexting = {
  found: Case
  draft: HoldingDraft
  promised: boolean
  onPromised: (on: boolean) => void
  onStyle: (style: Style) => void
}

function Next({ found, draft, promised, onPromised, onStyle }: Nexting) {
  const say = useWords(words)
  const [typing, setTyping] = useState<string | null>(null)
  return (
    <div className="clocks-next">
      <Checkbox isSelected={promised} onChange={onPromised}>
        {say('promiseIt')}{' '}<When at={draft.next_at} zone={draft.zone} />
      </Checkbox>
      {typing === null ? (
        <Button size="small" tone="quiet" icon="edit" onPress={() => setTyping('')}>
          {say('otherMoment')}
        </Button>
      ) : (
        <MomentField of={found.id} value={typing} onChange={setTyping} onMoment={(moment) => moment && moment.due_at !== draft.next_at && onStyle({ next_at: moment.due_at })} autoFocus />
      )}
    </div>
  )
} // prettier-ignore

function useHold(found: Case, onClose: () => void) {
  const say = useWords(words)
  return useSend(postHolding, {
    refetch: [getCaseClocks, getCase, listSilent, countQuiet],
    onDone: ({ id, promise }) => {
      onClose()
      toast({
        tone: 'good',
        text: say(promise ? 'sentPromise' : 'sent'),
        seconds: UNDO_SECONDS,
        action: {
          label: say('undo'),
          run: () =>
            void send(deleteReply, { id: found.id, interaction: id }).then(() => {
              toast({ tone: 'neutral', text: say('undone') })
              return refetch(getCase, getCaseClocks)
            }),
        },
      })
    },
  })
}
