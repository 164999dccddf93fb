import type { RefObject } from 'react'
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components'
import './overlay.css'

type Parts = { text: string; keys?: string | undefined; anchor: RefObject<HTMLElement | null> }

// A bubble stands only while it is to be seen (tooltip.tsx sees to that): for the library it is always open, and closes by going.
const OPEN = { isOpen: true, shouldCloseOnPress: true, shouldSkipAnimation: true, open: () => {}, close: () => {} }

export const Bubble = ({ text, keys, anchor }: Parts) => (
  <TooltipTriggerStateContext.Provider value={OPEN}>
    <Tooltip className="ui-hint" offset={6} isOpen triggerRef={anchor}>
      {text}
      {keys && <kbd>{keys}</kbd>}
    </Tooltip>
  </TooltipTriggerStateContext.Provider>
)
