package fr.livret.kernel.session;

import fr.livret.kernel.path.Grounds;
import fr.livret.kernel.path.PathLaw;
import fr.livret.kernel.path.PathState;

/**
 * A candidate's path as it stood when a command was given, with all a decision on it may rest on.
 *
 * @param facts how many facts of the path there were
 * @param law that the path pinned
 */
public record Standing(PathState state, long facts, PathLaw law, Grounds grounds) {}
