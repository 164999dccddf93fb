type Seen = { person: string; typing: boolean }

// Told by the server in a shape of its own: looked at before it is believed.
export function readPresence(told: unknown, caseId: string): Seen[] {
  if (told === null || typeof told !== 'object' || !(caseId in told)) return []
  const here: unknown = (told as Record<string, unknown>)[caseId] // it is there, as has just been seen
  if (!Array.isArray(here)) return []
  return here.flatMap((each: unknown) =>
    each !== null && typeof each === 'object' && 'person' in each && typeof each.person === 'string'
      ? [{ person: each.person, typing: 'typing' in each && each.typing === true }]
      : [],
  )
}
