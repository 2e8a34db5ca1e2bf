-- Complaints about certificates that nobody has answered: few of many. Of cases that were there before, none has one.
alter table certificate_states add column complaint_open boolean not null default false;
create index certificate_states_complaints on certificate_states (updated_at, case_id) where complaint_open;
