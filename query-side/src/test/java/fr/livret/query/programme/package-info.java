@NullMarked
package fr.livret.query.programme;

import org.jspecify.annotations.NullMarked;
