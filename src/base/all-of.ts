/** All come to an end before the first failure is told: nothing may still be asked of a transaction that is being rolled back. */
export async function allOf<Result>(going: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(going)
  return await Promise.all(going)
}

/** The same for two of different kinds. */
export async function bothOf<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  await Promise.allSettled([one, other])
  return await Promise.all([one, other])
}
