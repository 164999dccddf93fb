// What rooms above want looked at before a case is closed: something is still promised … It keeps nobody from closing (what does is a blocker);
// it is shown once, and whoever closes goes on or stays. The desk hands it in, lazily.
import { Suspense, useState, type ComponentType, type ReactNode } from 'react'
import type { Case } from '../../contract.ts'

export type ClosingCheck = {
  name: string
  asks: (found: Case) => Promise<boolean>
  screen: ComponentType<{ found: Case; onGo: () => void; onStay: () => void }> // lazy
}

let checks: readonly ClosingCheck[] = []
export const askBeforeClosing = (given: readonly ClosingCheck[]): void => void (checks = given)

/** `before(go)` goes at once, or after whoever closes has seen what is still open; `looking` is what they are shown. */
export function useClosingChecks(found: Case): { before: (go: () => void) => void; looking: ReactNode } {
  const [asking, setAsking] = useState<{ check: ClosingCheck; go: () => void } | null>(null)
  const before = (go: () => void): void => {
    if (checks.length === 0) return go()
    void firstThatAsks(found).then((check) => (check ? setAsking({ check, go }) : go()))
  }
  const close = () => setAsking(null)
  const Screen = asking?.check.screen
  const looking = asking && Screen && (
    <Suspense>
      <Screen
        found={found}
        onStay={close}
        onGo={() => {
          close()
          asking.go()
        }}
      />
    </Suspense>
  )
  return { before, looking }
}

// Who cannot be asked does not hold anybody up: the server has the last word.
async function firstThatAsks(found: Case): Promise<ClosingCheck | undefined> {
  const answers = await Promise.all(checks.map((check) => check.asks(found).catch(() => false)))
  return checks.find((_, place) => answers[place])
}
