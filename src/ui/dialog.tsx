import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from './button.tsx'
import { useWords } from './words.ts'
import { words } from './floor-words.ts'
import './overlay.css'

type Opening = { open: boolean; onClose: () => void; title: string; children: ReactNode; foot?: ReactNode }

/** A question in the middle of the screen. `foot` holds its buttons, the chosen one last. */
export function Dialog({ size = 'medium', ...opening }: Opening & { size?: 'small' | 'medium' | 'wide' }) {
  return <Sheet {...opening} kind="dialog" size={size} />
}

/** A panel that slides in at the end of the line: something beside the work, not instead of it. */
export function Drawer(opening: Opening) {
  return <Sheet {...opening} kind="drawer" size="medium" />
}

function Sheet({ open, onClose, title, children, foot, kind, size }: Opening & { kind: 'dialog' | 'drawer'; size: string }) {
  const say = useWords(words)
  return (
    <ModalOverlay isOpen={open} onOpenChange={(stays) => !stays && onClose()} isDismissable className="ui-veil" data-kind={kind}>
      <Modal className="ui-sheet" data-kind={kind} data-size={size}>
        <AriaDialog className="ui-sheet-inside">
          <header className="ui-sheet-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="close" label={say('close')} size="small" onPress={onClose} />
          </header>
          <div className="ui-sheet-body">{children}</div>
          {foot && <footer className="ui-sheet-foot">{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
