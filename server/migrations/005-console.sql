-- What the console lists beside the queues: few of many.
create index case_states_complaints on case_states (updated_at, case_id) where complaint_open;
create index case_states_bad_ratings on case_states (updated_at, case_id) where stars <= 2;
