package brokenhouse.httpwithquery.query;

public record Reading(String row) {}
