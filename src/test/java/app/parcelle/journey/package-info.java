/** What the whole program does for a person, from file to file. */
@NullMarked
package app.parcelle.journey;

import org.jspecify.annotations.NullMarked;
