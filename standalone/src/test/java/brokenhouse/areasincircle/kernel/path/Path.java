package brokenhouse.areasincircle.kernel.path;

import brokenhouse.areasincircle.kernel.candidate.Candidate;

public record Path(Candidate candidate) {}
