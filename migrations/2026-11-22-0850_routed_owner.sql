-- One more rule by which somebody answers: nobody in particular had been chosen, the work was offered, and they accepted it.
alter table cases.ownership drop constraint ownership_chosen_by_check;
alter table cases.ownership add constraint ownership_chosen_by_check check (chosen_by in
  ('case_contact', 'customer_contact', 'project_contact', 'company_contact', 'team_contact', 'stand_in', 'duty', 'opened', 'claimed', 'assigned',
   'handed_over', 'successor', 'merged', 'unmerged', 'routed'));
