-- Whom to remind next, found without looking at what is due later.
create index promise_to_remind on commitments.promise (tenant_id, due_soon_at)
  where reminded_at is null and broken_at is null and kept_at is null and moved_at is null and withdrawn_at is null;
