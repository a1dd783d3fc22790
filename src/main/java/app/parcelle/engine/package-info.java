@NullMarked
package app.parcelle.engine;

import org.jspecify.annotations.NullMarked;
