/** @jsxImportSource preact */
import type { Face } from '#channels/contract'
import { alive } from '../alive.ts'
import { readableOn } from '../rules/readable.ts'

// A photo the site's policy does not let through leaves the initials.
export const FaceOf = alive<{ face: Face; base: string }, { isLost: boolean }>({
  first: () => ({ isLost: false }),
  view: ({ face: { photo, colour, initials }, base }, { isLost, set }) => (
    <span class="face" aria-hidden="true" style={{ background: colour, color: readableOn(colour) }}>
      {photo !== null && !isLost ? (
        <img src={new URL(photo, base).href} alt="" onError={() => set({ isLost: true })} />
      ) : (
        initials
      )}
    </span>
  ),
})
