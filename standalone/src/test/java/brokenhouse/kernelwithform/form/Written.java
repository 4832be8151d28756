package brokenhouse.kernelwithform.form;

public record Written(String text) {}
