import { useEffect, useState } from 'react'
import { Button, ButtonLink, ButtonRow } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Notice, Panel, Stack } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteFeed, listFeeds, postFeed, type Feed } from '../../contract/feeds.ts'
import { words } from './words.ts'

/** My shifts in the calendar of my phone: an address that is a secret, and a code for its camera. */
export function InMyCalendar() {
  const say = useWords(words)
  const feeds = useAsk(listFeeds, {})
  const [made, setMade] = useState<{ id: string; address: string } | null>(null)
  const make = useSend(postFeed, {
    refetch: [listFeeds],
    onDone: ({ id, path }) => setMade({ id, address: new URL(path, location.origin).href }),
  })
  const items = feeds.data?.items ?? []
  const fresh = items.some(({ id }) => id === made?.id) ? made : null // once removed it is shown no more
  return (
    <Panel title={say('calendar')}>
      <p className="scheduling-quiet">{say('calendarText')}</p>
      {fresh && <Fresh address={fresh.address} />}
      <ul className="scheduling-asks">
        {items.map((feed) => (
          <Known key={feed.id} feed={feed} />
        ))}
      </ul>
      {!fresh && (
        <Button icon="calendar" busy={make.isPending} onPress={() => make.mutate({})}>
          {say('makeFeed')}
        </Button>
      )}
    </Panel>
  )
}

function Known({ feed }: { feed: Feed }) {
  const say = useWords(words)
  const remove = useSend(deleteFeed, { refetch: [listFeeds] })
  const [before = '', after = ''] = say('feedMade', { when: '\u0000' }).split('\u0000')
  return (
    <li className="scheduling-wish">
      <span>
        {before}
        <Time at={feed.made_at} as="day" />
        {after}
        {feed.read_at === null ? (
          ` · ${say('feedNever')}`
        ) : (
          <>
            {' '}
            · {say('feedLast')} <Time at={feed.read_at} />
          </>
        )}
      </span>
      <Confirm
        label={say('removeFeed')}
        question={say('removeFeedSure')}
        yes={say('removeFeed')}
        icon="trash"
        tone="quiet"
        size="small"
        onYes={() => remove.mutate({ id: feed.id })}
      />
    </li>
  )
}

function Fresh({ address }: { address: string }) {
  const say = useWords(words)
  const code = useCode(address)
  const copy = (): void =>
    void navigator.clipboard.writeText(address).then(() => toast({ text: say('copied') }))
  return (
    <Notice tone="promise">
      <Stack gap={2}>
        <p>{say('feedOnce')}</p>
        <code className="scheduling-address">{address}</code>
        <p>{say('feedHow')}</p>
        {code && <img className="scheduling-code" src={code} alt={say('qr')} width={180} height={180} />}
        <ButtonRow>
          <Button size="small" icon="copy" onPress={copy}>{say('copy')}</Button>
          <ButtonLink size="small" icon="open" href={address.replace(/^https?:/, 'webcal:')}>{say('openCalendar')}</ButtonLink>
        </ButtonRow>
      </Stack>
    </Notice>
  )
} // prettier-ignore

/** The code is drawn here: the address goes to nobody. */
function useCode(address: string): string | null {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    void import('qrcode').then(({ toDataURL }) =>
      toDataURL(address, { margin: 1, width: 360 }).then((drawn) => !gone && setCode(drawn)),
    )
    return () => {
      gone = true
    }
  }, [address])
  return code
}
