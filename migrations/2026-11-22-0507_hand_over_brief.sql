-- A hand-over carries a brief and a term, may be one of a portfolio, is not declined without a reason, and says why it was overtaken.
alter table cases.hand_over add column brief jsonb check (jsonb_typeof(brief) = 'object'),
  add column portfolio_id uuid, -- offered together; what a portfolio is, the room above keeps
  add column due_at timestamptz check (due_at > offered_at),
  add column overtaken_by text check (overtaken_by in ('taken', 'assigned', 'closed', 'merged', 'giver_left', 'receiver_left', 'handed_over')),
  add constraint only_what_is_overtaken_says_by_what check (overtaken_by is null or ended_as = 'overtaken'),
  add constraint declining_needs_a_reason check (ended_as is distinct from 'declined' or length(btrim(answer)) > 0) not valid;
create index hand_over_portfolio on cases.hand_over (tenant_id, portfolio_id, id) where portfolio_id is not null;
create index hand_over_from on cases.hand_over (tenant_id, from_id, offered_at desc) where ended_at is null;
revoke delete on cases.hand_over from guichet_server;

-- Nobody leaves while anything rests on them: an open case, a hand-over that waits for their answer, work in a case.
create or replace function cases.nobody_leaves_open_cases() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.left_at is not null and (exists (
      select from cases."case" c where c.tenant_id = new.tenant_id and c.owner_id = new.id and c.closed_at is null)
    or exists (select from cases.hand_over h where h.tenant_id = new.tenant_id and new.id in (h.to_id, h.from_id) and h.ended_at is null)
    or exists (select from cases.handler w where w.tenant_id = new.tenant_id and w.person_id = new.id and w.until is null))
  then raise exception 'who leaves must first hand over the open cases' using errcode = '23514', constraint = 'nobody_leaves_open_cases';
  end if;
  return null;
end $$;
