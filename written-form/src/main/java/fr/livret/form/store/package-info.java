/** Where facts are kept: Axon's event store on PostgreSQL, replaceable by one bean. */
@NullMarked
package fr.livret.form.store;

import org.jspecify.annotations.NullMarked;
