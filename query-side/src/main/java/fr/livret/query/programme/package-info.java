/** Training programmes, every version of their documents. */
@NullMarked
package fr.livret.query.programme;

import org.jspecify.annotations.NullMarked;
