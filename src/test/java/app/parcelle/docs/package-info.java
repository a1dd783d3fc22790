/** Tests of what is written for people. */
@NullMarked
package app.parcelle.docs;

import org.jspecify.annotations.NullMarked;
