package fr.livret.command.testing;

import fr.livret.eventstore.testing.TestPostgres;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link Node} they share; each begins on the same day. */
public final class SharedNode implements ParameterResolver, BeforeEachCallback {

  @Override
  public void beforeEach(ExtensionContext context) {
    MovableClock.reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Node.class;
  }

  /** It is closed with the root's store, when every test has run. */
  @Override
  public Node resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedNode.class))
        .computeIfAbsent(Node.class, _ -> Node.on(TestPostgres.freshDatabaseUrl()), Node.class);
  }
}
