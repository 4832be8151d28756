/** The command line: verbs that talk to a running Livret, without starting one. */
@NullMarked
package fr.livret.cli;

import org.jspecify.annotations.NullMarked;
