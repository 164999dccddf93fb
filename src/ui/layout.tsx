import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import './layout.css'

/** A page of the desk: its name, what one can do there, and the page. */
export function Page({
  title,
  lead,
  actions,
  children,
  width = 'wide',
}: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
  width?: 'wide' | 'reading'
}) {
  return (
    <div className="ui-page" data-width={width}>
      <header className="ui-page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div className="ui-button-row">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** A sheet lying on the paper. `flush` lets a list or table touch its edges. */
export function Panel({
  title,
  actions,
  flush = false,
  tone,
  children,
}: {
  title?: string
  actions?: ReactNode
  flush?: boolean
  tone?: 'promise'
  children: ReactNode
}) {
  return (
    <section className="ui-panel" data-flush={flush || undefined} data-tone={tone} aria-label={title}>
      {title && (
        <header className="ui-panel-head">
          <h2>{title}</h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  )
}

export const Stack = ({ children, gap = 4 }: { children: ReactNode; gap?: 2 | 4 | 6 }) => (
  <div className="ui-stack" data-gap={gap}>
    {children}
  </div>
)

/** A name and its value, in a list of several. */
export function Facts({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className="ui-facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Something to know before going on. It stays until it is no longer true. */
export function Notice({
  tone = 'info',
  icon,
  title,
  action,
  children,
}: {
  tone?: 'info' | 'promise' | 'danger' | 'good'
  icon?: IconName
  title?: string
  action?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="ui-notice" data-tone={tone} role={tone === 'danger' ? 'alert' : 'note'}>
      <Icon name={icon ?? (tone === 'info' ? 'info' : tone === 'good' ? 'check' : 'warning')} size={18} />
      <div>
        {title && <strong>{title} </strong>}
        {children}
      </div>
      {action}
    </div>
  )
}
