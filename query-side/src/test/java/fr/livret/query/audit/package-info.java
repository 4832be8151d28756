@NullMarked
package fr.livret.query.audit;

import org.jspecify.annotations.NullMarked;
