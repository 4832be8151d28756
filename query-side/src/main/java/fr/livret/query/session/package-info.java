/** Sessions as they are read: who sat, who was decided on, the minutes and what became of them. */
@NullMarked
package fr.livret.query.session;

import org.jspecify.annotations.NullMarked;
