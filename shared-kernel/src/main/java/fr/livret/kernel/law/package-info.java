/**
 * The dated rule sets a path is governed by, each rule with its source, and the refusals they give.
 */
@NullMarked
package fr.livret.kernel.law;

import org.jspecify.annotations.NullMarked;
