package brokenhouse.commandwithquery.query;

public record Reading(String row) {}
