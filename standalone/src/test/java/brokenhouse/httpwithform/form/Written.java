package brokenhouse.httpwithform.form;

public record Written(String text) {}
