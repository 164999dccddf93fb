import { lazy, Suspense, useState, type ReactElement } from 'react'
import type { IconName } from './icon.tsx'

export type Choice = {
  id: string
  label: string
  icon?: IconName
  keys?: string
  detail?: string
  danger?: boolean
  chosen?: boolean
  isDisabled?: boolean
  run: () => void
}
export type ChoiceGroup = { title?: string; choices: readonly Choice[] }
export type MenuParts = { label: string; trigger: ReactElement; groups: readonly ChoiceGroup[] }

const Body = lazy(async () => ({ default: (await import('./menu-body.tsx')).MenuBody }))

/** `<Menu label="…" trigger={<IconButton …/>} groups={[{ choices }]} />`. Pressed before it has arrived, it opens when it does. */
export function Menu(parts: MenuParts) {
  const [pressed, setPressed] = useState(false)
  const coming = (
    <span className="ui-menu-coming" onClickCapture={() => setPressed(true)}>
      {parts.trigger}
    </span>
  )
  return (
    <Suspense fallback={coming}>
      <Body {...parts} isOpenAtOnce={pressed} />
    </Suspense>
  )
}
