@NullMarked
package fr.livret.query.livret;

import org.jspecify.annotations.NullMarked;
