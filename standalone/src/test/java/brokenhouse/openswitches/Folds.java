package brokenhouse.openswitches;

class Folds {

  sealed interface Fact {}

  record Opened(String path) implements Fact {}

  record Closed(String path) implements Fact {}

  static boolean hiddenByDefault(Fact fact) {
    return switch (fact) {
      case Opened _ -> true;
      default -> false;
    };
  }

  static boolean hiddenByTheTypeItself(Fact fact) {
    return switch (fact) {
      case Opened _ -> true;
      case Fact _ -> false;
    };
  }

  @SuppressWarnings("StatementSwitchToExpressionSwitch")
  static void hiddenInAStatement(Fact fact) {
    switch (fact) {
      case Opened opened -> System.out.println(opened.path());
      default -> {}
    }
  }

  static boolean allTold(Fact fact) {
    return switch (fact) {
      case Opened opened when opened.path().isEmpty() -> false;
      case Opened _ -> true;
      case Closed _ -> false;
    };
  }

  static boolean notSealed(String word) {
    return switch (word) {
      case "opened" -> true;
      default -> false;
    };
  }
}
