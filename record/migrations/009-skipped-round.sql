-- A round that was never opened: over before the campaign began, or left out because it came too late.
alter table round drop constraint round_state_check;
alter table round add constraint round_state_check
  check (state in ('planned', 'open', 'closing', 'closed', 'skipped'));
update round set state = 'skipped'
  where state = 'closed'
    and exists (select 1 from journal
                where journal.campaign = round.campaign and journal.round = round.id and journal.act = 'skip-round');
