/** The store as Spring Boot configures it, where Spring Boot is there. */
@NullMarked
package fr.livret.eventstore.spring;

import org.jspecify.annotations.NullMarked;
