import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { CustomerId } from '#customers/contract'
import { Button } from '#ui/button'
import { Notice } from '#ui/layout'
import { refetch, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countCases, getCase, getWays, listCases, listHandOvers, patchCase, putHandOver, type Case } from '../../contract.ts'
import { AnswerHandOver } from '../lists/hand-overs.tsx'
import { words } from './case-words.ts'
import { handOverScreens } from './hand-over-slot.ts'

const SamePerson = lazy(async () => ({ default: (await import('#customers/screens')).SamePerson })) // it comes with the pages of customers

/** What one should know before reading: that it looks unwanted, a claim we did not believe, a hand-over that waits for a yes. */
export function Banners({ found, me }: { found: Case; me: string | undefined }) {
  return (
    <>
      {found.suspected_at && found.status === 'open' && <Suspected found={found} />}
      {found.claims && <Claim found={found} claims={found.claims} />}
      <HandOverTop found={found} me={me} />
      {found.customer && found.may.includes('customer.read') && (
        <Suspense>
          <SamePerson customer={found.customer.id as CustomerId} onChange={() => void refetch(getCase, listCases, getWays)} />
        </Suspense>
      )}
    </>
  )
}

// The brief of a hand-over stands here until whoever took over puts it away.
function HandOverTop({ found, me }: { found: Case; me: string | undefined }) {
  const Top = handOverScreens().top
  if (!Top) return found.hand_over && <Waiting found={found} offer={found.hand_over} me={me} />
  return (
    <Suspense>
      <Top found={found} me={me} />
    </Suspense>
  )
}

// The room of hand-overs has more to show of an offer (its brief); without it the offer itself is shown.
function Waiting(offered: { found: Case; offer: NonNullable<Case['hand_over']>; me: string | undefined }) {
  const Screen = handOverScreens().offer ?? Offer
  return (
    <Suspense>
      <Screen {...offered} />
    </Suspense>
  )
}

function Suspected({ found }: { found: Case }) {
  const say = useWords(words)
  const wanted = useSend(patchCase, {
    refetch: [getCase, listCases, countCases],
    onDone: () => toast({ text: say('wantedDone') }),
  })
  const action = found.may.includes('case.edit') && (
    <Button
      size="small"
      busy={wanted.isPending}
      onPress={() => wanted.mutate({ id: found.id, version: found.version, suspected: false })}
    >
      {say('wanted')}
    </Button>
  )
  return <Notice action={action}>{say('suspected')}</Notice>
}

function Claim({ found, claims }: { found: Case; claims: NonNullable<Case['claims']> }) {
  const say = useWords(words)
  const why =
    found.conversations.flatMap(({ interactions }) => interactions).find(({ marks }) => marks.not_joined)?.marks.not_joined ??
    'unknown_token'
  return (
    <Notice
      tone="promise"
      icon="shield"
      action={<Link to={`/cases/${claims.id}`}>{say('claimsSee', { number: claims.number })}</Link>}
    >
      {say('claims', { number: claims.number, subject: claims.subject, why: say(`claimsBecause_${why}`) })}
    </Notice>
  )
}

function Offer({ found, offer, me }: { found: Case; offer: NonNullable<Case['hand_over']>; me: string | undefined }) {
  const say = useWords(words)
  const withdraw = useSend(putHandOver, {
    refetch: [getCase, listCases, listHandOvers],
    onDone: () => toast({ text: say('withdrawn') }),
  })
  const offered = { ...offer, number: found.number, subject: found.subject }
  if (offer.to.id === me)
    return (
      <Notice
        tone="promise"
        icon="handover"
        title={say('offeredToMe', { name: offer.from.name })}
        action={<AnswerHandOver offered={offered} />}
      >
        {offer.message}
      </Notice>
    )
  const mayWithdraw = offer.from.id === me || found.may.includes('case.assign')
  const action = mayWithdraw && (
    <Button size="small" busy={withdraw.isPending} onPress={() => withdraw.mutate({ id: offer.id, as: 'withdrawn', answer: '' })}>
      {say('withdraw')}
    </Button>
  )
  return (
    <Notice tone="promise" icon="handover" action={action}>
      {say('offeredTo', { name: offer.to.name, owner: found.owner.name })} {offer.message && <em>{offer.message}</em>}
    </Notice>
  )
}
