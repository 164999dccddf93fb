-- What was escalated and nobody has taken up is asked for by whoever leads a team.
create index escalation_untaken on clocks.escalation (tenant_id, case_id, at desc) where taken_at is null;
