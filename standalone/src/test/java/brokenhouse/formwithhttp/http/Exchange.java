package brokenhouse.formwithhttp.http;

public record Exchange(String actor) {}
