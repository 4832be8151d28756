package brokenhouse.querywithcommand.command;

public record Shell(String id) {}
