package fr.livret.cli;

import picocli.CommandLine.Command;

/** {@code livret store ...}: what is done to the event store as a whole. */
@Command(
    name = "store",
    description = "Looks after the event store.",
    mixinStandardHelpOptions = true,
    subcommands = {MigrateVerb.class},
    synopsisSubcommandLabel = "VERB")
final class StoreVerb {}
