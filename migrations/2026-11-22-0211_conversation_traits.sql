-- A conversation keeps what its door can do, as the door said when it opened it: cases asks these, never a channel's name.
-- Those made before were all mail.
alter table cases.conversation add column traits jsonb not null
  default '{"instant": false, "public": false, "maxLength": null, "replyWindow": null, "addressed": true}'
  check (jsonb_typeof(traits) = 'object');

-- A message may leave by another way than its conversation's own: what a visitor did not fetch follows by mail.
alter table cases.interaction add column travels_by text check (length(travels_by) between 1 and 20);
alter table cases.interaction add constraint only_ours_travels check (travels_by is null or direction = 'out');

-- A line the house says in a conversation (a greeting, an introduction): it asks nothing and answers nothing.
alter table cases.interaction drop constraint interaction_kind_check;
alter table cases.interaction add constraint interaction_kind_check
  check (kind in ('message', 'bounce', 'auto-reply', 'report', 'list', 'spam', 'acknowledgement', 'notice'));
