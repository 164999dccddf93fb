-- When somebody came and when routing heard of it are two moments: whoever counts what came needs both.
create or replace view rehearsal.routed with (security_invoker = true) as
  select tenant_id, id, kind, channel, subject_id, case_id, facts, arrived_at, due_at, owner_id, contact_id, person_id, taken_at, ended_at, ended_as,
    wrap_until, wrapped_at, place_at
  from routing.item;
