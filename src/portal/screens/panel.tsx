import { useState } from 'react'
import type { Case } from '#cases/contract'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Panel } from '#ui/layout'
import { useAsk, useSend } from '#ui/query'
import { Time, useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { deletePageLink, listPageLinks, postPageLink, type Link } from '../contract.ts'
import { ShownLink } from './shown-link.tsx'
import { words } from './words.ts'
import './portal.css'

/** The links by which the customer sees this case, one more to show, and how to put one out. */
export function PagePanel({ found }: { found: Case }) {
  const say = useWords(words)
  const now = useNow()
  const [shown, setShown] = useState<string | null>(null)
  const links = useAsk(listPageLinks, { case: found.id }).data?.items
  const make = useSend(postPageLink, { refetch: [listPageLinks], onDone: ({ path }) => setShown(path) })
  if (!links) return null
  const may = found.may.includes('case.reply')
  const isAlive = ({ revoked_at, expires_at }: Link): boolean => revoked_at === null && Date.parse(expires_at) > now
  const [alive, out] = [links.filter(isAlive), links.filter((link) => !isAlive(link))]
  const show = may && (
    <Button size="small" tone="quiet" icon="link" busy={make.isPending} onPress={() => make.mutate({ case: found.id })}>
      {say('make')}
    </Button>
  )
  return (
    <Panel title={say('title')} actions={show}>
      {links.length === 0 && <p className="portal-nothing">{say('none')}</p>}
      <ul className="portal-links">
        {alive.map((link) => (
          <One key={link.id} link={link} of={found} may={may} />
        ))}
      </ul>
      {out.length > 0 && (
        <details className="portal-out">
          <summary>{say('older', { count: out.length })}</summary>
          <ul className="portal-links">
            {out.map((link) => (
              <One key={link.id} link={link} of={found} may={false} />
            ))}
          </ul>
        </details>
      )}
      {shown && <ShownLink path={shown} onClose={() => setShown(null)} />}
    </Panel>
  )
}

function One({ link, of, may }: { link: Link; of: Case; may: boolean }) {
  const say = useWords(words)
  const revoke = useSend(deletePageLink, { refetch: [listPageLinks] })
  return (
    <li>
      <strong>{say(`scope_${link.scope}`)}</strong>
      <small>
        {say(`for_${link.made_for}`)} · <Time at={link.made_at} />
      </small>
      <small>
        {link.opened_at ? (
          <>
            {say('opened')} <Time at={link.opened_at} />
          </>
        ) : (
          say('neverOpened')
        )}
      </small>
      <span className="portal-marks">
        {link.confirmed_at && <Badge tone="good">{say('confirmed')}</Badge>}
        {link.revoked_at && <Badge tone="neutral">{say('revoked')}</Badge>}
        {may && (
          <Confirm
            label={say('revoke')}
            question={say('revokeSure')}
            yes={say('revoke')}
            tone="quiet"
            size="small"
            onYes={() => revoke.mutate({ case: of.id, id: link.id })}
          />
        )}
      </span>
    </li>
  )
}
