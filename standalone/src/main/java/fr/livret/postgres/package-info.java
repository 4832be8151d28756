/**
 * The PostgreSQL that comes with the product: started with it, kept in its data folder, stopped
 * with it. Not used when {@code spring.datasource.url} names another one.
 */
@NullMarked
package fr.livret.postgres;

import org.jspecify.annotations.NullMarked;
