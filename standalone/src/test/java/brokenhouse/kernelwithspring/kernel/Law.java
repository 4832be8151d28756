package brokenhouse.kernelwithspring.kernel;

import org.springframework.stereotype.Component;

@Component
class Law {}
