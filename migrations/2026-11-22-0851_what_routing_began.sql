-- A handler of routed work is one until that work is done; one who said so by hand stays until they say otherwise.
alter table cases.handler add column routed boolean not null default false;

-- Whoever stands in for the person on duty was chosen no more in particular than they were.
alter table cases.ownership drop constraint ownership_chosen_by_check;
alter table cases.ownership add constraint ownership_chosen_by_check check (chosen_by in
  ('case_contact', 'customer_contact', 'project_contact', 'company_contact', 'team_contact', 'stand_in', 'duty', 'duty_stand_in', 'opened', 'claimed',
   'assigned', 'handed_over', 'successor', 'merged', 'unmerged', 'routed'));
