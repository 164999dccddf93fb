import { useParams } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { Refused, send } from '#ui/api'
import { ButtonLink } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useCommands } from '#ui/keys'
import { Skeleton } from '#ui/loading'
import { refetch, useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import {
  countCases,
  getCase,
  listCases,
  listMentions,
  postLook,
  type Case,
  type CaseId,
  type Interaction,
} from '../../contract.ts'
import { Composer } from '../composer/composer.tsx'
import { NO_REPLY, isReplyDraft, replyDraft } from '../composer/draft.ts'
import { openComposer } from '../composer/open.ts'
import { useMe } from '../me.ts'
import { keepDraft, readDraft } from '#ui/drafts'
import { Banners } from './banners.tsx'
import { words } from './case-words.ts'
import { useDeeds } from './deeds.tsx'
import { handOverScreens } from './hand-over-slot.ts'
import { Head } from './head.tsx'
import { CoverLine } from './cover-line.tsx'
import { PartOf } from './merged.tsx'
import { useCompany } from './presence.ts'
import { Side } from './side.tsx'
import { CaseStory } from './timeline.tsx'
import './case.css'

/** The dossier: who answers for it, its whole story, the customer beside it, and the answer below. */
export function CasePage() {
  const say = useWords(words)
  const { id }: { id?: string } = useParams({ strict: false })
  const found = useAsk(getCase, { id: id as CaseId }) // from the address; the server knows whether it is one
  if (found.data) return <Opened key={found.data.id} found={found.data} />
  if (found.error instanceof Refused && (found.error.status === 404 || found.error.status === 422))
    return (
      <Empty
        level={1}
        drawing="lost"
        title={say('notFoundTitle')}
        action={<ButtonLink href="/desk/">{say('toMine')}</ButtonLink>}
      >
        {say('notFoundText')}
      </Empty>
    )
  if (found.error) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  return (
    <div className="cases-case-loading">
      <Skeleton lines={2} />
      <Skeleton lines={6} kind="rows" />
    </div>
  )
}

function Opened({ found }: { found: Case }) {
  const say = useWords(words)
  const me = useMe()
  const company = useCompany(found.id)
  const [handing, setHanding] = useState(false)
  const [beside, setBeside] = useState(false)
  const Passing = handOverScreens().dialog
  const { deeds, closing } = useDeeds(found, me?.id, {
    onReply: () => openComposer(found.id, 'reply'),
    onNote: () => openComposer(found.id, 'note'),
    onHandOver: () => setHanding(true),
  })
  useCommands(deeds.map(({ id, label, icon, keys, run }) => ({ id, label, icon, keys, run, group: say('group') })))
  useLook(found, me?.id)
  useEffect(() => {
    document.title = `${found.number} · ${found.subject} · Guichet` // known later than the page is entered
  }, [found.number, found.subject])
  const mayReply = found.may.includes('case.reply')
  return (
    <div className="cases-case">
      <Head found={found} deeds={deeds} company={company} onBeside={() => setBeside(true)} />
      <div className="cases-case-main">
        <PartOf found={found} />
        <CoverLine found={found} me={me?.id} />
        <Banners found={found} me={me?.id} />
        <CaseStory found={found} onReply={mayReply ? (interaction) => answer(found, interaction) : null} />
        <Composer found={found} company={company} />
      </div>
      <aside className="cases-case-side" aria-label={say('side')}>
        <Side found={found} />
      </aside>
      <Drawer open={beside} onClose={() => setBeside(false)} title={say('side')}>
        <Side found={found} />
      </Drawer>
      <Suspense>{handing && Passing && <Passing found={found} open onClose={() => setHanding(false)} />}</Suspense>
      {closing}
    </div>
  )
}

// Answering one message among several: to its sender, in its conversation.
function answer(found: Case, interaction: Interaction): void {
  const kept = readDraft(replyDraft(found.id))?.value
  const draft = isReplyDraft(kept) ? kept : NO_REPLY
  const conversation = found.conversations.find(({ interactions }) => interactions.includes(interaction))?.id ?? null
  const to = interaction.answer_to.length > 0 ? interaction.answer_to : [interaction.from]
  keepDraft(replyDraft(found.id), { ...draft, to, conversation })
  openComposer(found.id, 'reply')
}

// Looked at by its owner, a case is no longer new; by whoever is named in its notes, they have seen it.
function useLook({ id, owner, status, notes }: Case, me: string | undefined): void {
  const mine = status === 'open' && owner.id === me
  const named = notes.filter(({ mentions }) => mentions.some((person) => person === me)).length
  useEffect(() => {
    if (!mine && named === 0) return
    send(postLook, { id }).then(
      () => refetch(listCases, countCases, listMentions),
      () => {}, // not worth a word to the reader: it is said again the next time
    )
  }, [id, mine, named])
}
