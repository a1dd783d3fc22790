/** A small shop whose data lie in five places, as those of real ones do, in two months. */
@NullMarked
package app.parcelle.shop;

import org.jspecify.annotations.NullMarked;
