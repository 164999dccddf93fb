-- A call may ring at somebody whom a mail still rings: what gives way is put aside the moment something else is offered, in hand or not.
create or replace function routing.within_capacity() returns trigger language plpgsql as $$
declare
  offered routing.item;
  hard int; soft int; alike int; room int; own int;
begin
  if not exists (select from routing.offer o where o.tenant_id = new.tenant_id and o.id = new.id and o.ended_at is null) then return null; end if;
  select * into offered from routing.item i where i.tenant_id = new.tenant_id and i.id = new.item_id;
  select s.units, (s.most ->> offered.channel)::int into room, own from routing.seat s where s.tenant_id = new.tenant_id and s.person_id = new.person_id and s.state <> 'off';
  select coalesce(sum(i.units) filter (where not i.gives_way), 0), coalesce(sum(i.units) filter (where i.gives_way), 0),
         count(*) filter (where i.channel = offered.channel)
    into hard, soft, alike
    from routing.item i
    where i.tenant_id = new.tenant_id and i.id in (
      select h.id from routing.item h where h.tenant_id = new.tenant_id and h.person_id = new.person_id and h.state = 'in_hand'
      union
      select o.item_id from routing.offer o where o.tenant_id = new.tenant_id and o.person_id = new.person_id and o.ended_at is null);
  if room is null or alike > coalesce(own, offered.most)
     or hard > room or (hard = 0 and soft > room) then
    raise exception 'offered beyond capacity'
      using errcode = 'check_violation', constraint = 'within_capacity', detail = format('%s: room %s, hard %s, soft %s, alike %s of %s', offered.channel, room, hard, soft, alike, coalesce(own, offered.most));
  end if;
  return null;
end $$;
