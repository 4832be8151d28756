package brokenhouse.areasincircle.kernel.candidate;

import brokenhouse.areasincircle.kernel.path.Path;

public record Candidate(Path path) {}
