/** What facts are kept with, in whichever event store. */
@NullMarked
package fr.livret.form.store;

import org.jspecify.annotations.NullMarked;
