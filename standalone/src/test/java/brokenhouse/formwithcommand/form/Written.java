package brokenhouse.formwithcommand.form;

import brokenhouse.formwithcommand.command.Shell;

record Written(Shell shell) {}
