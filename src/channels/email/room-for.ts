// Room in memory for what is being read and filed: large mails wait for each other, small ones hardly ever. One that is larger than all the
// room there is goes alone.
export type Room = { take(bytes: number): Promise<void>; give(bytes: number): void }

export function makeRoom(most: number): Room {
  const waiting: { bytes: number; enter: () => void }[] = []
  let taken = 0
  const admit = (): void => {
    for (let first = waiting[0]; first && (taken === 0 || taken + first.bytes <= most); first = waiting[0]) {
      taken += first.bytes
      waiting.shift()
      first.enter()
    }
  }
  return {
    take: (bytes) =>
      new Promise((enter) => {
        waiting.push({ bytes, enter })
        admit()
      }),
    give: (bytes) => {
      taken -= bytes
      admit()
    },
  }
}

// The same, by receipt: what was taken for a mail is given back when it is done with, whether or not it ever got so far.
export type Hands = { take(receipt: string, bytes: number): Promise<void>; letGo(receipt: string): void }

export function makeHands(most: number): Hands {
  const room = makeRoom(most)
  const held = new Map<string, number>()
  return {
    take: async (receipt, bytes) => {
      await room.take(bytes)
      held.set(receipt, bytes)
    },
    letGo: (receipt) => {
      room.give(held.get(receipt) ?? 0)
      held.delete(receipt)
    },
  }
}
