// Lists ask for one row more than they show, to know whether there is a next page. The cursor is the last row shown.
export function cut<Item extends { id: string }>(rows: Item[], limit: number): { items: Item[]; next: string | null } {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
