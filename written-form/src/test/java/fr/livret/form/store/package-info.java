@NullMarked
package fr.livret.form.store;

import org.jspecify.annotations.NullMarked;
