@NullMarked
package fr.livret.query.bundle;

import org.jspecify.annotations.NullMarked;
