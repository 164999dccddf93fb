import { useMemo, useRef, useState } from 'react'
import { getCustomer, type CustomerId } from '#customers/contract'
import { Button, IconButton } from '#ui/button'
import { useDraft } from '#ui/drafts'
import { Editor, type EditorHandle } from '#ui/editor'
import { TextField } from '#ui/field'
import { Icon } from '#ui/icon'
import { useCommands } from '#ui/keys'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { Menu } from '#ui/menu'
import { useAsk } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { UNDO_SECONDS, type Address, type Case } from '../../contract.ts'
import { useMe, type Me } from '../me.ts'
import { nameIn, usePeople } from '../people.ts'
import { answerTo, lastArrival, otherPeople, overtaken, ready, type Fault } from './answering.ts'
import { words } from './composer-words.ts'
import { isReplyDraft, NO_REPLY, replyDraft, type ReplyDraft } from './draft.ts'
import { Files, useFileCatch, useUploads } from './files.tsx'
import { fillTemplate, variableNames, type Values } from './fill.ts'
import { openComposer } from './open.ts'
import { post, takeBack, useParcel, type Parcel } from './outbox.ts'
import { Recipients } from './recipients.tsx'
import { TemplateDialog } from './templates.tsx'

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
  const { to, subject, others } = useAddressing(found, draft.value)
  const values = useValues(found, me)
  const uploads = useUploads(found.id, draft.value.files, (file) => change({ files: [...latest.current.files, file] }))
  const { over, catching } = useFileCatch(uploads.bring)
  const gone = overtaken(found, since, me?.id)
  const [warned, setWarned] = useState(false)
  const sendIt = (close: boolean) => {
    if (gone && !warned) return setWarned(true)
    const outcome = ready(latest.current, { to, values, uploading: uploads.coming.length > 0 })
    if ('key' in outcome) return toast({ tone: 'danger', text: useless(outcome, say), seconds: 8 })
    const { cc, files, conversation } = latest.current
    const wish = {
      id: found.id,
      html: outcome.html,
      text: outcome.text,
      to,
      cc,
      subject,
      uploads: files.map(({ id }) => id),
      undo_seconds: UNDO_SECONDS,
      close,
    }
    post(found.id, { ...wish, ...(conversation ? { conversation } : {}) }, latest.current)
  }
  useWritingKeys(sendIt, found)
  return (
    <div className="cases-writing" data-over={over || undefined} {...catching}>
      <Addressing draft={draft.value} to={to} subject={subject} others={others} change={change} />
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
      <Files
        files={draft.value.files}
        coming={uploads.coming}
        onRemove={(file) => change({ files: draft.value.files.filter(({ id }) => id !== file.id) })}
      />
      <footer className="cases-writing-foot">
        <Attach onFiles={uploads.bring} />
        <Button size="small" tone="quiet" icon="letter" onPress={() => setTemplating(true)}>
          {say('templates')}
        </Button>
        <Kept found={found} kept={draft.keptAt !== null} onDiscard={draft.drop} />
        <span className="cases-send">
          <Button tone="primary" icon="send" keys="Ctrl ⏎" onPress={() => sendIt(false)}>
            {say(warned && gone ? 'sendAnyway' : 'send')}
          </Button>
          {found.status === 'open' && (
            <Menu
              label={say('moreSending')}
              trigger={<IconButton icon="up" tone="primary" label={say('moreSending')} />}
              groups={[
                {
                  choices: [
                    { id: 'close', label: say('sendAndClose'), icon: 'check', keys: 'Ctrl ⇧ ⏎', run: () => sendIt(true) },
                  ],
                },
              ]}
            />
          )}
        </span>
      </footer>
      <TemplateDialog
        found={found}
        html={draft.value.html}
        open={templating}
        onClose={() => setTemplating(false)}
        onPick={(html) => editor.current?.insertHtml(fillTemplate(html, values))}
      />
    </div>
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

/** To whom, under which subject, and who else could be added. */
function useAddressing(found: Case, draft: ReplyDraft) {
  const last = useMemo(() => lastArrival(found), [found])
  const asked = found.customer !== null && last === null
  const card = useAsk(getCustomer, { id: (found.customer?.id ?? '') as CustomerId }, { enabled: asked }).data // only asked with an id
  const mail = card?.identities
    .filter(({ kind }) => kind === 'email')
    .toSorted((a, b) => Number(b.preferred) - Number(a.preferred))[0]
  const to = draft.to ?? answerTo(last, card && mail ? { name: card.name, address: mail.value } : null)
  const subject = draft.subject ?? replySubject(last?.subject || found.subject)
  return { to, subject, others: otherPeople(found, last, [...to, ...draft.cc]) }
}

// As the server does when no subject is given (rules/reply-subject.ts): shown before it is sent.
function replySubject(subject: string): string {
  const bare = subject.replace(/^\s*(?:(?:re|ré|rép|aw|sv|r|fw|fwd|tr|wg)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+/iu, '').trim()
  return bare === '' ? 'Re:' : `Re: ${bare}`
}

type AddressingProps = {
  draft: ReplyDraft
  to: Address[]
  subject: string
  others: Address[]
  change: (part: Partial<ReplyDraft>) => void
}

function Addressing({ draft, to, subject, others, change }: AddressingProps) {
  const say = useWords(words)
  const [copying, setCopying] = useState(false)
  const [titling, setTitling] = useState(false)
  const cc = draft.cc.length > 0 || copying
  return (
    <div className="cases-addressing">
      <div className="cases-addressing-line">
        <Recipients label={say('to')} people={to} onChange={(people) => change({ to: people })} />
        {others.length > 0 && (
          <Button size="small" tone="quiet" icon="replyAll" onPress={() => change({ cc: [...draft.cc, ...others] })}>
            {say('addOthers', { count: others.length })}
          </Button>
        )}
        {!cc && (
          <Button size="small" tone="quiet" onPress={() => setCopying(true)} aria-label={say('addCc')}>
            {say('cc')}
          </Button>
        )}
        {!titling && (
          <Button size="small" tone="quiet" onPress={() => setTitling(true)} aria-label={say('editSubject')}>
            {say('subject')}
          </Button>
        )}
      </div>
      {cc && <Recipients label={say('cc')} people={draft.cc} onChange={(people) => change({ cc: people })} autoFocus={copying} />}
      {titling && (
        <TextField
          label={say('subject')}
          hideLabel
          value={subject}
          onChange={(next) => change({ subject: next })}
          maxLength={300}
          autoFocus
        />
      )}
    </div>
  )
}

function Attach({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const say = useWords(words)
  const field = useRef<HTMLInputElement>(null)
  const take = (list: FileList | null) => {
    onFiles([...(list ?? [])])
    if (field.current) field.current.value = '' // the same file may be chosen again
  }
  return (
    <>
      <Button size="small" tone="quiet" icon="attach" onPress={() => field.current?.click()}>
        {say('attach')}
      </Button>
      <input ref={field} type="file" multiple hidden onChange={(event) => take(event.target.files)} />
    </>
  )
}

function Kept({ found, kept, onDiscard }: { found: Case; kept: boolean; onDiscard: () => void }) {
  const say = useWords(words)
  if (!kept) return <span className="cases-kept" />
  const discard = () => {
    onDiscard()
    openComposer(found.id, null)
    toast({ text: say('discarded') })
  }
  return (
    <span className="cases-kept">
      {say('draftKept')}
      <IconButton icon="trash" size="small" label={say('discard')} onPress={discard} />
    </span>
  )
}

function useValues(found: Case, me: Me | null): Values {
  const people = usePeople()
  const spoken = useLanguage()
  const name = found.customer?.name ?? ''
  const agent = me ? nameIn(people, me.id) : ''
  return {
    'customer.name': name,
    'customer.first_name': name.split(/\s+/)[0] ?? '',
    'agent.name': agent === '?' ? '' : agent,
    'case.number': String(found.number),
    'case.subject': found.subject,
    'brand.name': found.brand.name,
    today: new Intl.DateTimeFormat(spoken === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long' }).format(new Date()),
  }
}
