/** Personal data under one key per person: sealed in facts, readable while the key stands. */
@NullMarked
package fr.livret.form.person;

import org.jspecify.annotations.NullMarked;
