/** Real parts for the tests of every module. */
@NullMarked
package fr.livret.form.testing;

import org.jspecify.annotations.NullMarked;
