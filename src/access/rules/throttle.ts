// How long a door stays shut after failed tries. Pure maths; times in seconds.
//
// A door is an account, an address, or one account from one address. The first tries are free; then each doubles the wait, up to a cap.
// Tries fade with time, so nobody is shut out for ever; tries made while the door is shut do not count, so nobody can keep it shut by
// knocking. An address from which the account was opened before is judged by its own tries alone: strangers guessing at an account
// cannot shut out its owner (the idea of OWASP's "device cookies", with the address as the device).
export type Policy = { free: number; first_wait: number; longest_wait: number; fades_after: number }
export type Tries = { tries: number; tried_at: number } // tried_at: seconds of the epoch

export const policies = {
  account: { free: 5, first_wait: 2, longest_wait: 900, fades_after: 900 },
  pair: { free: 8, first_wait: 2, longest_wait: 300, fades_after: 300 },
  address: { free: 30, first_wait: 2, longest_wait: 900, fades_after: 60 },
  link_account: { free: 3, first_wait: 60, longest_wait: 900, fades_after: 900 },
  link_address: { free: 20, first_wait: 10, longest_wait: 900, fades_after: 120 },
} as const satisfies Record<string, Policy>
export type DoorKind = keyof typeof policies

// Beyond this count the wait grows no more, so the count does not either: forgetting takes a bounded time.
export const mostTries = ({ free, first_wait, longest_wait }: Policy): number =>
  free + Math.ceil(Math.log2(longest_wait / first_wait)) + 1

export const waitAfter = (tries: number, { free, first_wait, longest_wait }: Policy): number =>
  tries < free ? 0 : Math.min(longest_wait, first_wait * 2 ** Math.min(tries - free, 40))

export const remaining = ({ tries, tried_at }: Tries, now: number, { fades_after }: Policy): number =>
  Math.max(0, tries - Math.floor(Math.max(0, now - tried_at) / fades_after))

// Seconds until the next try is let through; 0 when the door is open.
export const secondsToWait = (door: Tries, now: number, policy: Policy): number =>
  Math.max(0, waitAfter(door.tries, policy) - Math.max(0, now - door.tried_at))

export const afterTry = (door: Tries, now: number, policy: Policy): Tries => ({
  tries: Math.min(mostTries(policy), remaining(door, now, policy) + 1),
  tried_at: now,
})
