// `guichet start --demo`: the made-up centre is furnished before the doors open, and its customers write once they are.
import * as demo from '#demo'
import { speeds, type Speed } from '#demo/contract'
import { PlainError } from '#base/migrate'
import type { Open } from '#base/work'
import type { House } from './house.ts'
import type { Read } from './options.ts'

export type Shown = demo.Demonstration
const SEED = 1974

export const demonstration = {
  // Null: no demonstration was asked for.
  speedOf(read: Read, environment: Record<string, string | undefined>): Speed | null {
    if (read.demo === undefined) return null
    const wanted = read.speed ?? (environment.GUICHET_DEMO_SPEED || 'normal')
    const speed = speeds.find((each) => each === wanted)
    if (!speed) throw new PlainError(`The speed of the demonstration is one of ${speeds.join(', ')} (it is "${wanted}").`)
    return speed
  },
  open: (house: House): Promise<Shown> =>
    demo.openDemonstration(house.open, { seed: SEED, seals: house.seal, tell: demo.progressOn(process.stderr) }),
  begin: (open: Open, means: demo.World & { speed: Speed }): demo.Newcomers => {
    const colleagues = demo.startColleagues(open, means.tenant)
    const newcomers = demo.startNewcomers(open, means)
    return { stop: () => (colleagues.stop(), newcomers.stop()) }
  },
  lines: ({ guests }: Shown, url: string): string[] => [
    '  A demonstration: everybody in it is made up. Each link signs in once, within 24 hours.',
    ...guests.map(({ name, role, path }) => `    ${`${name}, ${role.en}`.padEnd(32)} ${url}${path}`),
  ],
}
