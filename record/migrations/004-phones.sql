-- A post's telephone, for the calls of the day on which answers are due; it stays with its holder.
alter table post add column phone text;
alter table contact_change add column phone text;
