/** What every HTTP exchange keeps to, on either side. */
@NullMarked
package fr.livret.http;

import org.jspecify.annotations.NullMarked;
