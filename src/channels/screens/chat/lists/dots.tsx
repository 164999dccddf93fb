import './marks.css'

/** Three dots that breathe: somebody is writing. Said in words beside it. */
export const Dots = () => (
  <span className="chats-dots" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
)
