package brokenhouse.formwithcommand.command;

public record Shell(String id) {}
