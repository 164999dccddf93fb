-- The dispatcher forgets old keys; what was answered to whom is none of its business.
revoke select on base.idempotency from guichet_dispatcher;
grant select (tenant_id, actor_id, key, at) on base.idempotency to guichet_dispatcher;
