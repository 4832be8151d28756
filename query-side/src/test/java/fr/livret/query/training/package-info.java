@NullMarked
package fr.livret.query.training;

import org.jspecify.annotations.NullMarked;
