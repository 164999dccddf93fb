-- How the dates and numbers of a file were read is kept with it. Null: nothing in the file depends on it, or it was brought before this was asked.
alter table forecasting.import
  add column dates text check (dates in ('day_first', 'month_first')),
  add column decimal text check (decimal in ('comma', 'point'));
