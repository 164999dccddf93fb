// A place in the journal: below the transaction that wrote it, then by number. Pure.
export type Place = { xid: bigint; seq: number }
export const START: Place = { xid: 0n, seq: 0 }

export const placeText = ({ xid, seq }: Place): string => `${xid}.${seq}`
export function readPlace(text: string | undefined): Place {
  const found = /^(\d{1,20})\.(\d{1,16})$/.exec(text ?? '')
  return found ? { xid: BigInt(found[1]!), seq: Number(found[2]) } : START
}
// Also within what PostgreSQL's xid8 and bigint hold.
export const isPlace = (text: string): boolean => /^\d{1,20}\.\d{1,16}$/.test(text) && readPlace(text).xid < 2n ** 64n
export const isAfter = (a: Place, b: Place): boolean => a.xid > b.xid || (a.xid === b.xid && a.seq > b.seq)
