package brokenhouse.kernelwithclock.kernel;

import java.time.Clock;

record Law(Clock fact) {}
