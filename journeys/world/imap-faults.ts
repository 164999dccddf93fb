// What can go wrong on the way to somebody else's mail server. A fault waits for its command, happens as often as it says, and is gone.

export type Mischief =
  | { kind: 'drop' } // the connection is cut before any answer
  | { kind: 'drop after ok' } // everything is answered, then it is cut
  | { kind: 'drop inside literal'; after: number } // cut after that many bytes of a message
  | { kind: 'answer'; status: 'NO' | 'BAD'; text: string } // refused: nothing is done
  | { kind: 'done but refused'; text: string } // done, and then answered NO
  | { kind: 'bye'; text: string; stay?: boolean } // `* BYE`; with `stay` the socket is left open, as some servers do
  | { kind: 'literal size'; by: number } // the announced size is wrong by so many bytes
  | { kind: 'garble' } // the answer cannot be parsed
  | { kind: 'nothing' } // OK, and not a word of data
  | { kind: 'shuffle' } // data in the wrong order
  | { kind: 'silent' } // never answers this command
  | { kind: 'slow'; milliseconds: number }
  | { kind: 'drip'; milliseconds: number } // a line of chatter every so often, and never the answer
  | { kind: 'say'; text: string } // an untagged line first, e.g. `OK [ALERT] …` or `99 EXISTS`
  | { kind: 'vanish'; uids: readonly number[] } // another program takes these away just before

export type Moment = {
  connection: number // the n-th connection this server accepted, from 1
  command: number // the n-th command of that connection, from 1; 0 is the greeting
  verb: string // 'GREETING', 'LOGIN', 'UID FETCH' …
  line: string
}

export type Fault = { when: string | ((moment: Moment) => boolean); times?: number; does: Mischief }

export type FaultPlan = { add(fault: Fault): void; clear(): void; meet(moment: Moment): Mischief[]; readonly waiting: number }

export function faultPlan(): FaultPlan {
  let faults: { fault: Fault; left: number }[] = []
  const fits = ({ when }: Fault, moment: Moment) => (typeof when === 'string' ? when === moment.verb : when(moment))
  return {
    add: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    clear: () => void (faults = []),
    get waiting() {
      return faults.length
    },
    meet(moment) {
      const met = faults.filter(({ fault }) => fits(fault, moment))
      for (const one of met) one.left--
      faults = faults.filter(({ left }) => left > 0)
      return met.map(({ fault }) => fault.does)
    },
  }
}
