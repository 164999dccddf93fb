-- Who is promised another moment is told; who was not, the reason is kept. And nobody leaves with promises that would be nobody's.
alter table commitments.promise
  add column told_by uuid,               -- the message that said so
  add column untold_because text check (length(untold_because) between 1 and 500),
  add constraint told_or_why_not check (num_nonnulls(told_by, untold_because) <= 1 and (moved_at is not null or num_nonnulls(told_by, untold_because) = 0)),
  add foreign key (tenant_id, told_by) references cases.interaction (tenant_id, id);
-- What was moved before the rule stays as it is; what moves from now on keeps to it.
alter table commitments.promise add constraint moving_tells check (moved_at is null or num_nonnulls(told_by, untold_because) = 1) not valid;

-- Promises of open cases go with the case, whose own rule lets nobody leave. What is owed in a closed one would be forgotten.
create function commitments.nobody_leaves_promises() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.left_at is not null and exists (
    select from commitments.promise p join cases."case" c on c.tenant_id = p.tenant_id and c.id = p.case_id
    where p.tenant_id = new.tenant_id and p.owner_id = new.id and p.kept_at is null and p.moved_at is null and p.withdrawn_at is null
      and c.owner_id = new.id)
  then raise exception 'who leaves must first pass on what was promised' using errcode = '23514', constraint = 'nobody_leaves_promises';
  end if;
  return null;
end $$;
create constraint trigger nobody_leaves_promises after update of left_at on staff.person
  deferrable initially deferred for each row execute function commitments.nobody_leaves_promises();
