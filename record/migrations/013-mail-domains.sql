-- Mail domains from which anybody may answer for a party; null: its posts alone.
alter table party add column mail_domains jsonb;
