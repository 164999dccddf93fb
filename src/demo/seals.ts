// What opens the keys that mail is signed with.
export type Seals = { open(sealed: Buffer): string }
