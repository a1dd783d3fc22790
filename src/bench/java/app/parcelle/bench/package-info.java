@NullMarked
package app.parcelle.bench;

import org.jspecify.annotations.NullMarked;
