import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { useLanguage } from './language.ts'
import { localeOf } from './locale.ts'
import './badge.css'

export type BadgeTone = 'neutral' | 'accent' | 'promise' | 'danger' | 'good' | 'info'

/** A state in a word. `promise` is kept for what is promised or needs the reader. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: BadgeTone; icon?: IconName; children: ReactNode }) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  )
}

/** A small number beside a name. Above 999 it says so. */
export function Count({ value, tone = 'neutral' }: { value: number; tone?: 'neutral' | 'promise' | 'accent' }) {
  const spoken = useLanguage()
  return (
    <span className="ui-count" data-tone={tone}>
      {value > 999 ? '999+' : new Intl.NumberFormat(localeOf(spoken)).format(value)}
    </span>
  )
}
