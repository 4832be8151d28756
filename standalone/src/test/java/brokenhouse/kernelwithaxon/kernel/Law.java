package brokenhouse.kernelwithaxon.kernel;

import org.axonframework.commandhandling.CommandHandler;

class Law {
  @CommandHandler
  void decide(String command) {}
}
