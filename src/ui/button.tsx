import type { ReactNode } from 'react'
import {
  Button as Pressable,
  Link as PressableLink,
  ToggleButton as Toggle,
  type ButtonProps,
  type LinkProps,
} from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'
import { useHint } from './tooltip.tsx'
import './button.css'

type Tone = 'plain' | 'primary' | 'quiet' | 'danger' | 'promise'
type Look = { tone?: Tone; size?: 'medium' | 'small'; icon?: IconName; keys?: string; busy?: boolean; children: ReactNode }
type Pressing = Omit<ButtonProps, 'children' | 'className' | 'style' | 'isPending'>

export function Button({ tone = 'plain', size = 'medium', icon, keys, busy = false, children, ...pressing }: Look & Pressing) {
  return (
    <Pressable {...pressing} isPending={busy} className="ui-button" data-tone={tone} data-size={size}>
      {busy ? <span className="ui-spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={size === 'small' ? 16 : 18} />}
      <span className="ui-button-label">{children}</span>
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </Pressable>
  )
}

type Named = { icon: IconName; label: string; keys?: string; tone?: Tone; size?: 'medium' | 'small' }

/** A button of which one sees only the drawing: the label is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  keys,
  tone = 'quiet',
  size = 'medium',
  ...pressing
}: Named & Omit<Pressing, 'aria-label'>) {
  const { listening, bubble } = useHint(label, keys)
  return (
    <>
      <Pressable
        {...listening}
        {...pressing}
        aria-label={label}
        className="ui-button"
        data-tone={tone}
        data-size={size}
        data-square=""
      >
        <Icon name={icon} size={size === 'small' ? 16 : 18} />
      </Pressable>
      {bubble}
    </>
  )
}

type Toggling = { icon: IconName; label: string; isSelected: boolean; onChange: (on: boolean) => void; isDisabled?: boolean }

export function ToggleButton({ icon, label, ...state }: Toggling) {
  const { listening, bubble } = useHint(label)
  return (
    <>
      <Toggle
        {...listening}
        {...state}
        aria-label={label}
        className="ui-button"
        data-tone="quiet"
        data-size="small"
        data-square=""
      >
        <Icon name={icon} size={16} />
      </Toggle>
      {bubble}
    </>
  )
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function ButtonLink({
  tone = 'plain',
  size = 'medium',
  icon,
  children,
  ...link
}: Look & Omit<LinkProps, 'children' | 'className' | 'style'>) {
  return (
    <PressableLink {...link} className="ui-button" data-tone={tone} data-size={size}>
      {icon && <Icon name={icon} size={size === 'small' ? 16 : 18} />}
      <span className="ui-button-label">{children}</span>
    </PressableLink>
  )
}

export const ButtonRow = ({ children, end = false }: { children: ReactNode; end?: boolean }) => (
  <div className="ui-button-row" data-end={end || undefined}>
    {children}
  </div>
)
