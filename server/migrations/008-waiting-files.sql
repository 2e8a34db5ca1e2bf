-- Files that a scanner or a clerk has yet to look at: few of many.
create index attachments_quarantined on attachments (created_at) where state = 'quarantined';
