import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Button } from '#ui/button'
import { useDraft } from '#ui/drafts'
import { Editor, type EditorHandle } from '#ui/editor'
import { useFileCatch } from '#ui/file-catch'
import { Icon } from '#ui/icon'
import { useCommands } from '#ui/keys'
import { Notice } from '#ui/layout'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import type { Case } from '../../contract.ts'
import { useClosingChecks } from '../case/before-closing.tsx'
import { mayCloseOver } from '../case/still-open.ts'
import { useMe } from '../me.ts'
import { Addressing, useAddressing } from './addressing.tsx'
import { overtaken, ready, type Fault } from './answering.ts'
import { words } from './composer-words.ts'
import { isReplyDraft, NO_REPLY, replyDraft, type ReplyDraft } from './draft.ts'
import { Files, useUploads } from './files.tsx'
import { fillTemplate, variableNames } from './fill.ts'
import { Ending } from './ending.tsx'
import { ExtraSlot } from './extra-slot.tsx'
import { post, takeBack, useParcel, type Parcel } from './outbox.ts'
import { takesWords } from './put-in.ts'
import { useValues } from './values.ts'
import { WayChooser, WayWords } from './way-chooser.tsx'
import { useWays } from './use-ways.ts'
import { chosen, wishOf } from './ways.ts'
import { WritingFoot } from './writing-foot.tsx'

const TemplateDialog = lazy(async () => ({ default: (await import('./templates.tsx')).TemplateDialog }))

const CloseOver = lazy(async () => ({ default: (await import('../case/close-over.tsx')).CloseOver }))

type Replying = { found: Case; sayTyping: () => void }

/** An answer to the customer. While it is on its way to the server it cannot be changed; nothing typed is ever lost. */
export function Reply({ found, sayTyping }: Replying) {
  const parcel = useParcel(found.id)
  return parcel ? <OnItsWay parcel={parcel} /> : <Writing found={found} sayTyping={sayTyping} />
}

function OnItsWay({ parcel }: { parcel: Parcel }) {
  const say = useWords(words)
  const waits = parcel.state === 'waiting' || parcel.tries > 0
  return (
    <div className="cases-parcel" role="status">
      <p>
        <Icon name={waits ? 'offline' : 'send'} /> {say(waits ? 'waiting' : 'sending')}
      </p>
      <blockquote>{parcel.draft.text}</blockquote>
      {waits && (
        <Button size="small" icon="edit" onPress={() => takeBack(parcel.case_id)}>
          {say('takeBack')}
        </Button>
      )}
    </div>
  )
}

function Writing({ found, sayTyping }: Replying) {
  const say = useWords(words)
  const me = useMe()
  const editor = useRef<EditorHandle>(null)
  const draft = useDraft(replyDraft(found.id), NO_REPLY, isReplyDraft)
  const latest = useRef(draft.value)
  const change = (part: Partial<ReplyDraft>) => {
    latest.current = { ...latest.current, ...part } // two changes of the same moment must not lose each other
    draft.keep(latest.current)
    sayTyping()
  }
  const [since] = useState(() => draft.keptAt ?? new Date().toISOString())
  const [templating, setTemplating] = useState(false)
  const { ways, way } = useWays(found, draft.value)
  const { to, subject, others } = useAddressing(found, draft.value, way)
  const values = useValues(found, me)
  const uploads = useUploads(found.id, draft.value.files, (file) => change({ files: [...latest.current.files, file] }))
  const { over, catching } = useFileCatch(uploads.bring)
  const gone = overtaken(found, since, me?.id)
  const [warned, setWarned] = useState(false)
  const [why, checks] = [useWhyClose(found, me?.id), useClosingChecks(found)]
  const sendIt = (close: boolean, because?: string) =>
    close && because === undefined ? checks.before(() => sendNow(close)) : sendNow(close, because)
  const sendNow = (close: boolean, because?: string) => {
    if (gone && !warned) return setWarned(true)
    const outcome = ready(latest.current, { to, values, uploading: uploads.coming.length > 0, traits: way?.traits })
    if ('key' in outcome) return toast({ tone: 'danger', text: useless(outcome, say), seconds: 8 })
    if (why.isAsked(close, because)) return
    post(found.id, wishOf(found, latest.current, { ...outcome, to, subject, way, close, because }), latest.current)
  }
  useWritingKeys(sendIt, found)
  useEffect(() => takesWords(found.id, (html) => editor.current?.insertHtml(html)), [found.id])
  const offered = { found, text: draft.value.text, insert: (html: string) => editor.current?.insertHtml(html) }
  const chooser = way && <WayChooser ways={ways} way={way} onChoose={(next) => change(chosen(next))} />
  return (
    <div className="cases-writing" data-over={over || undefined} {...catching}>
      {way && !way.traits.addressed ? (
        <div className="cases-addressing-line">{chooser}</div>
      ) : (
        <Addressing chooser={chooser} draft={draft.value} to={to} subject={subject} others={others} change={change} />
      )}
      {way && <WayWords way={way} />}
      {gone && (
        <Notice tone="promise">{gone.by === 'colleague' ? say('overtaken', { name: gone.name }) : say('overtakenIn')}</Notice>
      )}
      <Editor
        key={found.id}
        ref={editor}
        label={say('body')}
        placeholder={say('bodyHint')}
        initial={draft.value.html}
        variables={variableNames.map((name) => ({ name, label: say(`var_${name}`) }))}
        onChange={({ html, text }) => change({ html, text })}
        onSend={() => sendIt(false)}
        onSlash={() => setTemplating(true)}
        autoFocus
      />
      {!way?.traits.instant && <Ending found={found} text={draft.value.text} />}
      <Files
        files={draft.value.files}
        coming={uploads.coming}
        onRemove={(file) => change({ files: draft.value.files.filter(({ id }) => id !== file.id) })}
      />
      <ExtraSlot place="above" {...offered} />
      <WritingFoot
        offered={offered}
        found={found}
        kept={draft.keptAt !== null}
        anyway={warned && gone !== null}
        onFiles={uploads.bring}
        onTemplates={() => setTemplating(true)}
        onDiscard={draft.drop}
        onSend={sendIt}
      />
      {checks.looking}
      <WhyClose {...why} onGo={(because) => sendIt(true, because)} />
      <Suspense>
        {templating && (
          <TemplateDialog
            found={found}
            html={draft.value.html}
            open
            onClose={() => setTemplating(false)}
            onPick={(html) => editor.current?.insertHtml(fillTemplate(html, values))}
          />
        )}
      </Suspense>
    </div>
  )
}

// To close over what keeps the case open needs a reason, asked before the answer leaves.
function useWhyClose(found: Case, me: string | undefined) {
  const [asking, setAsking] = useState(false)
  const isAsked = (close: boolean, because?: string): boolean => {
    const asks = close && because === undefined && found.blockers.length > 0
    setAsking(asks)
    return asks
  }
  return { isAsked, asking, open: found.blockers, mayGo: mayCloseOver(found, me), onClose: () => setAsking(false) }
}

function WhyClose({ asking, open, mayGo, onClose, onGo }: ReturnType<typeof useWhyClose> & { onGo: (because: string) => void }) {
  if (!asking) return null
  return (
    <Suspense>
      <CloseOver open={open} mayGo={mayGo} busy={false} sending onGo={onGo} onClose={onClose} />
    </Suspense>
  )
}

function useless(fault: Fault, say: ReturnType<typeof useWords<typeof words.fr>>): string {
  switch (fault.key) {
    case 'badAddress':
      return say('badAddress', { address: fault.address })
    case 'missing':
      return say('missing', {
        names: fault.names
          .map((name) => variableNames.find((known) => known === name))
          .map((name) => (name ? say(`var_${name}`) : '?'))
          .join(', '),
      })
    case 'tooLong':
      return say('tooLong', { most: fault.most })
    case 'noRecipient':
    case 'emptyReply':
    case 'stillUploading':
      return say(fault.key)
  }
}

function useWritingKeys(sendIt: (close: boolean) => void, found: Case): void {
  const say = useWords(words)
  useCommands([
    {
      id: 'reply.send',
      label: say('send'),
      group: say('group'),
      keys: 'Mod+Enter',
      icon: 'send',
      whileTyping: true,
      run: () => sendIt(false),
    },
    ...(found.status === 'open'
      ? [
          {
            id: 'reply.close',
            label: say('sendAndClose'),
            group: say('group'),
            keys: 'Mod+Shift+Enter',
            icon: 'check',
            whileTyping: true,
            run: () => sendIt(true),
          } as const,
        ]
      : []),
  ])
}
