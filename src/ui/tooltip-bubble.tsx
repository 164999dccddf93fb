import type { RefObject } from 'react'
import { Tooltip } from 'react-aria-components'
import './overlay.css'

type Parts = { text: string; keys?: string | undefined; anchor: RefObject<HTMLElement | null> }

export const Bubble = ({ text, keys, anchor }: Parts) => (
  <Tooltip className="ui-hint" offset={6} isOpen triggerRef={anchor}>
    {text}
    {keys && <kbd>{keys}</kbd>}
  </Tooltip>
)
