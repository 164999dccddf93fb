-- A case that was opened by what looks unwanted, until somebody says otherwise: the customer really writes, or one of us answers or says so.
alter table cases."case" add column suspected_at timestamptz;
update cases."case" c set suspected_at = c.opened_at
where c.last_in_at is null and c.last_out_at is null and exists (
  select from cases.interaction i where i.tenant_id = c.tenant_id and i.case_id = c.id and i.kind = 'spam');
create index case_suspected on cases."case" (tenant_id, last_at desc, id desc) where suspected_at is not null and closed_at is null;

-- Who was named in a note, and since when they have seen it.
create table cases.mention (
  tenant_id uuid not null,
  person_id uuid not null,
  note_id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  seen_at timestamptz check (seen_at >= at),
  primary key (tenant_id, person_id, note_id),
  foreign key (tenant_id, person_id) references staff.person (tenant_id, id),
  foreign key (tenant_id, note_id) references cases.note (tenant_id, id),
  foreign key (tenant_id, case_id) references cases."case" (tenant_id, id)
);
create index mention_latest on cases.mention (tenant_id, person_id, at desc, note_id desc);
create index mention_unseen on cases.mention (tenant_id, person_id, case_id) where seen_at is null;
select base.isolate('cases.mention');
revoke delete on cases.mention from guichet_server;

insert into cases.mention (tenant_id, person_id, note_id, case_id, at, seen_at)
select n.tenant_id, p.id, n.id, n.case_id, n.at, n.at
from cases.note n
join staff.person p on p.tenant_id = n.tenant_id and p.id = any (n.mentions)
where p.id is distinct from n.author_id;
