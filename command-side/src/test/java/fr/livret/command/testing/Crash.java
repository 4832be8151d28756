package fr.livret.command.testing;

/** What is under way dies as with its process: nothing catches it, nothing after it runs. */
public final class Crash extends Error {
  private static final long serialVersionUID = 1L;
}
