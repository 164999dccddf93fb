// An exclusion constraint refused it: what would stand beside it is there already (PostgreSQL, error code 23P01).
export const isOverlap = (error: unknown, constraint: string): boolean =>
  error instanceof Error && 'code' in error && error.code === '23P01' && 'constraint' in error && error.constraint === constraint
