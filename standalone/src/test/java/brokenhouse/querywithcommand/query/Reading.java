package brokenhouse.querywithcommand.query;

import brokenhouse.querywithcommand.command.Shell;

record Reading(Shell shell) {}
