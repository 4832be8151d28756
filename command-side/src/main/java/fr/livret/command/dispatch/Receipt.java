package fr.livret.command.dispatch;

/**
 * What a command that was accepted gives back.
 *
 * @param id of the aggregate
 * @param version the number of facts recorded on it, this command's included
 */
public record Receipt(String id, long version) {}
