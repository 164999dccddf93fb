-- How often somebody came today already: patience is owed for it.
create index item_customer on routing.item (tenant_id, ((facts ->> 'customer')::uuid), arrived_at);
-- What is there of a conversation, a case, a task or a promise.
create index item_subject on routing.item (tenant_id, subject_id) where state <> 'over' and subject_id is not null;
