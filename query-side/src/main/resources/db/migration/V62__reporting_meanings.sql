-- What each view and column of the schema reporting means, for whoever looks at them in the database.

comment on view reporting.paths is
  'Every path, one row each.';
comment on column reporting.paths.path_id is
  'Id of the path.';
comment on column reporting.paths.candidate_id is
  'Id of the candidate: a pseudonym, never a name.';
comment on column reporting.paths.certification is
  'Title the path leads to now.';
comment on column reporting.paths.certification_version is
  'Version of its référentiel.';
comment on column reporting.paths.regime is
  'Legal regime pinned.';
comment on column reporting.paths.regime_edition is
  'Its edition.';
comment on column reporting.paths.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.paths.access is
  'Voie daccès.';
comment on column reporting.paths.opened_on is
  'Day the path was opened.';
comment on column reporting.paths.first_ccp_on is
  'Day of the first CCP obtained and not annulled, lapsed since or not.';
comment on column reporting.paths.title_certification is
  'Title awarded; null where none is, or its award was annulled.';
comment on column reporting.paths.title_awarded_on is
  'Day the jury awarded it.';
comment on column reporting.paths.title_withdrawn_on is
  'Day it was taken back.';

comment on view reporting.titles is
  'Every title that counts: awarded, not annulled, not withdrawn.';
comment on column reporting.titles.path_id is
  'Id of the path.';
comment on column reporting.titles.candidate_id is
  'Id of the candidate: a pseudonym, never a name.';
comment on column reporting.titles.certification is
  'Title awarded.';
comment on column reporting.titles.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.titles.access is
  'Voie daccès.';
comment on column reporting.titles.awarded_on is
  'Day the jury awarded it.';
comment on column reporting.titles.year is
  'Civil year of that day.';
comment on column reporting.titles.session_id is
  'Id of the session, where known.';
comment on column reporting.titles.first_ccp_on is
  'Day of the first CCP of the path.';
comment on column reporting.titles.days_from_first_ccp is
  'Days from the first CCP to the title; null where no CCP came before it.';
comment on column reporting.titles.answered_6m_on is
  'Day of the answer six months after; null without an answer.';
comment on column reporting.titles.employed_6m is
  'Whether employed then.';
comment on column reporting.titles.in_occupation_6m is
  'Whether in the occupation of the title then.';
comment on column reporting.titles.answered_2y_on is
  'Day of the answer two years after; null without an answer.';
comment on column reporting.titles.employed_2y is
  'Whether employed then.';
comment on column reporting.titles.in_occupation_2y is
  'Whether in the occupation of the title then.';

comment on view reporting.title_decisions is
  'Every decision on a whole title that was not annulled.';
comment on column reporting.title_decisions.path_id is
  'Id of the path.';
comment on column reporting.title_decisions.certification is
  'Title judged.';
comment on column reporting.title_decisions.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.title_decisions.held_on is
  'Day the jury sat.';
comment on column reporting.title_decisions.year is
  'Civil year of that day.';
comment on column reporting.title_decisions.session_id is
  'Id of the session, where known.';
comment on column reporting.title_decisions.minutes_edition is
  'Edition of the minutes, where Livret keeps them.';
comment on column reporting.title_decisions.outcome is
  'AWARDED, PARTIAL, REFUSED or ABSENT.';

comment on view reporting.ccp_results is
  'Every CCP granted or refused that was not annulled.';
comment on column reporting.ccp_results.path_id is
  'Id of the path.';
comment on column reporting.ccp_results.certification is
  'Title the CCP is of.';
comment on column reporting.ccp_results.ccp is
  'Code of the CCP.';
comment on column reporting.ccp_results.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.ccp_results.held_on is
  'Day it was judged.';
comment on column reporting.ccp_results.year is
  'Civil year of that day.';
comment on column reporting.ccp_results.session_id is
  'Id of the session, where known.';
comment on column reporting.ccp_results.outcome is
  'GRANTED or REFUSED.';
comment on column reporting.ccp_results.judged_in is
  'CCP where it was obtained as such; TITLE where it follows from a decision on the whole title.';

comment on view reporting.expired_windows is
  'Every window whose last day passed before its target was met.';
comment on column reporting.expired_windows.path_id is
  'Id of the path.';
comment on column reporting.expired_windows.certification is
  'Title the path led to then.';
comment on column reporting.expired_windows.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.expired_windows.last_day is
  'Last day of the window.';
comment on column reporting.expired_windows.expired_on is
  'The day after: the first on which CCPs counted no longer.';
comment on column reporting.expired_windows.year is
  'Civil year of expired_on.';
comment on column reporting.expired_windows.ccps_lapsed is
  'How many CCPs lapsed with it.';

comment on view reporting.windows is
  'Every open window, as announced.';
comment on column reporting.windows.last_day is
  'Last day on which the target can be met, included.';
comment on column reporting.windows.path_id is
  'Id of the path.';
comment on column reporting.windows.candidate_id is
  'Id of the candidate: a pseudonym, never a name.';
comment on column reporting.windows.certification is
  'Title the path leads to.';
comment on column reporting.windows.regime is
  'Legal regime pinned.';
comment on column reporting.windows.regime_edition is
  'Its edition.';
comment on column reporting.windows.route is
  'TRAINING, CAPITALISATION or VAE.';
comment on column reporting.windows.anchor is
  'Day from which the window runs.';
comment on column reporting.windows.governed_by is
  'Which limit sets the last day.';
comment on column reporting.windows.ccps_held is
  'How many CCPs count.';

comment on view reporting.certified_by_year is
  'The statistics of each title and year. A rate is null where there is nothing to take it of.';
comment on column reporting.certified_by_year.certification is
  'Title.';
comment on column reporting.certified_by_year.year is
  'Civil year.';
comment on column reporting.certified_by_year.certified is
  'Persons awarded the title, each once.';
comment on column reporting.certified_by_year.certified_after_vae is
  'Of them after VAE.';
comment on column reporting.certified_by_year.answers_6m is
  'Of the certified, those who answered six months after.';
comment on column reporting.certified_by_year.employed_6m is
  'Of those answers, employed.';
comment on column reporting.certified_by_year.insertion_6m_rate is
  'employed_6m in percent of answers_6m.';
comment on column reporting.certified_by_year.in_occupation_6m is
  'Of those answers, in the occupation.';
comment on column reporting.certified_by_year.in_occupation_6m_rate is
  'in_occupation_6m in percent of answers_6m.';
comment on column reporting.certified_by_year.answers_2y is
  'Of the certified, those who answered two years after.';
comment on column reporting.certified_by_year.in_occupation_2y is
  'Of those answers, in the occupation.';
comment on column reporting.certified_by_year.in_occupation_2y_rate is
  'in_occupation_2y in percent of answers_2y.';
comment on column reporting.certified_by_year.titles_judged is
  'Candidates before a jury for the whole title that year, absent ones not.';
comment on column reporting.certified_by_year.titles_awarded is
  'Of them, the title awarded.';
comment on column reporting.certified_by_year.titles_partial is
  'Of them, the title refused and CCPs granted.';
comment on column reporting.certified_by_year.titles_refused is
  'Of them, refused with nothing granted.';
comment on column reporting.certified_by_year.title_absences is
  'Candidates who did not come.';
comment on column reporting.certified_by_year.title_success_rate is
  'titles_awarded in percent of titles_judged.';
comment on column reporting.certified_by_year.ccps_judged is
  'CCPs granted or refused that year.';
comment on column reporting.certified_by_year.ccps_granted is
  'Of them granted.';
comment on column reporting.certified_by_year.ccp_success_rate is
  'ccps_granted in percent of ccps_judged.';
comment on column reporting.certified_by_year.titles_after_ccps is
  'Titles of the year that a CCP preceded or came with.';
comment on column reporting.certified_by_year.median_days_first_ccp_to_title is
  'Of those, the median number of days from the first CCP to the title.';
comment on column reporting.certified_by_year.windows_expired is
  'Windows that expired that year.';

comment on view reporting.sessions is
  'Every session at which a whole title was judged; without a known session, a day.';
comment on column reporting.sessions.held_on is
  'Day the jury sat.';
comment on column reporting.sessions.certification is
  'Title judged.';
comment on column reporting.sessions.session_id is
  'Id of the session; null where none is known.';
comment on column reporting.sessions.year is
  'Civil year.';
comment on column reporting.sessions.judged is
  'Candidates judged, absent ones not.';
comment on column reporting.sessions.awarded is
  'Of them, the title awarded.';
comment on column reporting.sessions.partial is
  'Of them, the title refused and CCPs granted.';
comment on column reporting.sessions.refused is
  'Of them, refused with nothing granted.';
comment on column reporting.sessions.absent is
  'Candidates who did not come.';
comment on column reporting.sessions.success_rate is
  'awarded in percent of judged; null where nobody was.';

comment on view reporting.ccps is
  'The results of each CCP in each year.';
comment on column reporting.ccps.certification is
  'Title the CCP is of.';
comment on column reporting.ccps.ccp is
  'Code of the CCP.';
comment on column reporting.ccps.year is
  'Civil year.';
comment on column reporting.ccps.judged is
  'Times it was judged.';
comment on column reporting.ccps.granted is
  'Of them granted.';
comment on column reporting.ccps.refused is
  'Of them refused.';
comment on column reporting.ccps.success_rate is
  'granted in percent of judged.';

comment on column reporting.title_decisions.centre is
  'Centre that organised the session, where known.';
comment on column reporting.sessions.centre is
  'Centre that organised it, where known.';
