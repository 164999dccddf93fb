import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { Avatar, type Somebody } from './person.tsx'
import { Time } from './time.tsx'
import './timeline.css'

/** The story of a case, oldest first. Children: `Message`, `Happening`, `DayMark`. */
export const Timeline = ({ label, children }: { label: string; children: ReactNode }) => (
  <ol className="ui-timeline" aria-label={label}>
    {children}
  </ol>
)

type Telling = {
  id?: string // of the list item, for links to it
  direction: 'in' | 'out' | 'note'
  from: Somebody
  at: string
  channel?: IconName
  state?: ReactNode // badges: queued, handed over, uncertain…
  about?: ReactNode // to whom, subject
  actions?: ReactNode
  foot?: ReactNode // attachments
  children: ReactNode
}

/** Something said: by the customer (in), by us (out), or among us (note). */
export function Message({ id, direction, from, at, channel, state, about, actions, foot, children }: Telling) {
  return (
    <li id={id} className="ui-message" data-direction={direction}>
      <Avatar person={from} size={36} />
      <article className="ui-message-sheet">
        <header className="ui-message-head">
          <div className="ui-message-said">
            <h3>{from.name}</h3>
            {channel && <Icon name={channel} size={16} />}
            {state}
          </div>
          <span className="ui-message-when">
            <Time at={at} />
          </span>
          {actions}
        </header>
        {about && <div className="ui-message-about">{about}</div>}
        <div className="ui-message-body">{children}</div>
        {foot && <footer className="ui-message-foot">{foot}</footer>}
      </article>
    </li>
  )
}

/** Something that happened: taken, handed over, closed, promised. `promise` is for what is promised to the customer. */
export function Happening({
  icon,
  at,
  tone = 'neutral',
  children,
}: {
  icon: IconName
  at: string
  tone?: 'neutral' | 'promise' | 'danger'
  children: ReactNode
}) {
  return (
    <li className="ui-happening" data-tone={tone}>
      <span className="ui-happening-dot">
        <Icon name={icon} size={16} />
      </span>
      <span className="ui-happening-words">
        {children} · <Time at={at} />
      </span>
    </li>
  )
}

export const DayMark = ({ at }: { at: string }) => (
  <li className="ui-day-mark">
    <span>
      <Time at={at} as="day" />
    </span>
  </li>
)

/** Words folded away (quotes, signatures): one click brings them back, nothing is cut. */
export const Folded = ({ summary, children }: { summary: string; children: ReactNode }) => (
  <details className="ui-folded">
    <summary>{summary}</summary>
    <div>{children}</div>
  </details>
)
