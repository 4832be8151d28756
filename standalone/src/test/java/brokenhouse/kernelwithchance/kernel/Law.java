package brokenhouse.kernelwithchance.kernel;

import java.util.UUID;

class Law {
  UUID id() {
    return UUID.randomUUID();
  }
}
