package brokenhouse.commandwithquery.command;

import brokenhouse.commandwithquery.query.Reading;

record Shell(Reading reading) {}
